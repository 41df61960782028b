import Printer from 'lucide-react/icons/printer';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import type { Mishap } from '../../../main/core/mishap.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';

const PLACES = ['kiosk', 'desk'] as const;
type Where = (typeof PLACES)[number];
type Said = { is: 'printing' } | { is: 'printed'; where: Where } | { is: 'failed'; code: Mishap } | null;

/** The page of the site on paper, here or at the desk, as far as there is a printer. `asked`: the page itself wants it. */
export function PrintWindow({ asked }: { asked: boolean }) {
  const { t } = useTranslation(['kiosk', 'mishaps']);
  const { boot, dispatch } = useKiosk();
  const [said, setSaid] = useState<Said>(null);
  const { printers } = boot.settings;
  const there = PLACES.filter((where) => printers[where] !== null);
  const close = () => {
    dispatch({ do: 'overlay', overlay: null });
    if (asked) void ask('portal.go', { to: 'dismiss' });
  };
  const print = (where: Where) => {
    // What the page asked is answered by this: from here on it is the citizen's own window.
    dispatch({ do: 'overlay', overlay: { name: 'portal', window: 'print' } });
    setSaid({ is: 'printing' });
    void ask('portal.print', { where }).then((answer) =>
      setSaid(answer.ok ? { is: 'printed', where } : { is: 'failed', code: answer.code }),
    );
  };
  const words =
    said === null
      ? t(there.length > 0 ? 'portal.print.text' : 'portal.print.none')
      : said.is === 'failed'
        ? `${t(`mishaps:${said.code}.title`)} ${t(`mishaps:${said.code}.next`)}`
        : t(said.is === 'printing' ? 'portal.print.printing' : `portal.print.printed.${said.where}`);
  return (
    <Dialog title={t('portal.print.title')} onClose={close}>
      <p role="status">{words}</p>
      <div className="row">
        {said?.is !== 'printed' &&
          there.map((where) => (
            <Button key={where} kind="primary" icon={Printer} isDisabled={said?.is === 'printing'} onPress={() => print(where)}>
              {t(`paper.${where}`)}
            </Button>
          ))}
        <Button icon={X} onPress={close}>
          {t('move.close')}
        </Button>
      </div>
    </Dialog>
  );
}
