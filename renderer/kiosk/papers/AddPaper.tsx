import Scan from 'lucide-react/icons/scan-line';
import Smartphone from 'lucide-react/icons/smartphone';
import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { Fit } from '../frame/Fit.tsx';
import { useKiosk } from '../visit/context.ts';
import { PhoneWindow } from './PhoneWindow.tsx';
import { ScanWindow } from './ScanWindow.tsx';

/** How a document may come in, as far as this place has a scanner or lets phones in. */
export function AddPaper() {
  const { t } = useTranslation();
  const { papers } = useKiosk().state;
  const [open, setOpen] = useState<'scan' | 'phone' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {papers.scanner !== 'none' && (
        <Button icon={Scan} onPress={() => setOpen('scan')}>
          <Fit long={t('papers.scan.ask')} short={t('papers.scan.short')} />
        </Button>
      )}
      {papers.phone.state !== 'none' && (
        <Button icon={Smartphone} onPress={() => setOpen('phone')}>
          <Fit long={t('papers.phone.ask')} short={t('papers.phone.short')} />
        </Button>
      )}
      {open === 'scan' && <ScanWindow onClose={close} />}
      {open === 'phone' && <PhoneWindow onClose={close} />}
    </>
  );
}
