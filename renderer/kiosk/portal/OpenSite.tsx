import Globe from 'lucide-react/icons/globe';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { useOpening } from './usePortal.ts';

/** The way into the real site. What is wrong when it does not open is said in place. */
export function OpenSite({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation(['kiosk', 'mishaps']);
  const { open, opening, problem } = useOpening(id);
  return (
    <div className="open-site">
      <Button kind="primary" icon={Globe} onPress={open} isDisabled={opening}>
        {t(opening ? 'portal.opening' : 'portal.open', { name })}
      </Button>
      <p role={problem ? 'alert' : undefined}>{problem ? t(`mishaps:${problem}.title`) : t('portal.openText')}</p>
    </div>
  );
}
