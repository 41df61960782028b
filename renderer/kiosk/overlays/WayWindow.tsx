import Printer from 'lucide-react/icons/printer';
import X from 'lucide-react/icons/x';
import type { OtherWay } from '../../../main/core/journal/record.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Known } from '../../parts/Known.tsx';
import { Legal } from '../../parts/Legal.tsx';
import { askKey } from '../../parts/ways.ts';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { useSheet } from '../visit/useSheet.ts';
import './windows.css';

/** The counter, the phone or the post: what is known of that way, and taking it with everything written down. */
export function WayWindow({ way }: { way: OtherWay }) {
  const { t } = useTranslation();
  const { state, dispatch, language, chooseWay } = useKiosk();
  const read = useSheet(state.progress?.id ?? null, language);
  const close = () => dispatch({ do: 'overlay', overlay: null });
  if (!read?.ok) return null;
  const sheet = read.value;
  const chosen = state.otherWay === way;
  return (
    <Dialog title={t(`ways.${way}`)} onClose={close} className="way-window">
      <p className="way-fact">
        <Known grade={sheet.file.facts[way].grade} ask={t(askKey(sheet, way))}>
          {sheet.text[way]}
        </Known>
      </p>
      <Legal sheet={sheet} />
      {chosen && <p>{t('ways.chosen')}</p>}
      <div className="row">
        {chosen ? (
          <Button kind="primary" icon={Printer} onPress={() => dispatch({ do: 'visitScreen', name: 'paper' })}>
            {t('closing.paper')}
          </Button>
        ) : (
          <Button kind="primary" onPress={() => chooseWay(way)}>
            {t('ways.choose')}
          </Button>
        )}
        <Button icon={X} onPress={close}>
          {t('move.close')}
        </Button>
      </div>
    </Dialog>
  );
}
