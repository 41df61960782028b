import Scan from 'lucide-react/icons/scan-line';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import type { Mishap } from '../../../main/core/mishap.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';

/** One sheet after the other. */
export function ScanWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['kiosk', 'mishaps']);
  const busy = useKiosk().state.papers.scanner === 'busy';
  const [said, setSaid] = useState<'done' | Mishap | null>(null);
  const scan = () => {
    setSaid(null);
    void ask('papers.scan').then((answer) => setSaid(answer.ok ? 'done' : answer.code));
  };
  const words = busy
    ? t('papers.scan.busy')
    : said === null
      ? t('papers.scan.text')
      : said === 'done'
        ? t('papers.scan.done')
        : `${t(`mishaps:${said}.title`)} ${t(`mishaps:${said}.next`)}`;
  return (
    <Dialog title={t('papers.scan.title')} {...(!busy && { onClose })}>
      <p role="status">{words}</p>
      <div className="row">
        <Button kind="primary" icon={Scan} isDisabled={busy} onPress={scan}>
          {t(said === 'done' ? 'papers.scan.more' : 'papers.scan.go')}
        </Button>
        <Button icon={X} isDisabled={busy} onPress={onClose}>
          {t('move.close')}
        </Button>
      </div>
    </Dialog>
  );
}
