import Check from 'lucide-react/icons/check';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import type { State } from '../state.ts';
import { useKiosk } from '../visit/context.ts';
import './windows.css';

const SIZES = [1, 2, 3, 4] as const satisfies readonly State['size'][];

/** Four sizes of text, each shown in its size. The page behind follows at once. */
export function SizeWindow() {
  const { t } = useTranslation();
  const { state, dispatch } = useKiosk();
  const close = () => dispatch({ do: 'overlay', overlay: null });
  return (
    <Dialog title={t('tools.sizeTitle')} onClose={close} className="window-size">
      <Choice
        label={<span className="unseen">{t('tools.size')}</span>}
        value={String(state.size)}
        onChoose={(value) => {
          const size = SIZES.find((each) => String(each) === value);
          if (size) dispatch({ do: 'size', size });
        }}
        options={SIZES.map((size) => ({
          value: String(size),
          words: <span className={`size-${size}`}>{t(`tools.sizes.${size}`)}</span>,
        }))}
      />
      <div className="row">
        <Button kind="primary" icon={Check} onPress={close}>
          {t('move.close')}
        </Button>
      </div>
    </Dialog>
  );
}
