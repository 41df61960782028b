import Check from 'lucide-react/icons/check';
import { useMemo } from 'react';
import type { Paper } from '../../../main/core/paper.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { paperText } from '../../parts/paperText.ts';
import { Qr } from '../../parts/Qr.tsx';
import { useTranslation } from '../../words/index.ts';

/** The steps as plain text in a square for one's own phone: no address is opened, nothing is sent, no person is in it. */
export function PaperQr({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const { t } = useTranslation();
  const text = useMemo(() => paperText(paper, t), [paper, t]);
  return (
    <Dialog title={t('paper.qrTitle')} onClose={onClose} className="qr-window">
      <div className="qr-two">
        <Qr text={text} label={t('paper.qrText')} />
        <div className="qr-how">
          <ol>
            <li>{t('paper.qr1')}</li>
            <li>{t('paper.qr2')}</li>
            <li>{t('paper.qr3')}</li>
          </ol>
          <p className="soft">{t('paper.qrSafe')}</p>
          <div className="row">
            <Button kind="primary" icon={Check} onPress={onClose}>
              {t('move.close')}
            </Button>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
