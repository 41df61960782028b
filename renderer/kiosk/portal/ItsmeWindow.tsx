import X from 'lucide-react/icons/x';
import { ItsmeStep } from '../../parts/art/ItsmeSteps.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import './windows.css';

const STEPS = [1, 2, 3] as const;

/** itsme in three steps: this screen, one's own phone, and back. */
export function ItsmeWindow() {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  const close = () => dispatch({ do: 'overlay', overlay: null });
  return (
    <Dialog title={t('portal.itsme.title')} onClose={close} className="window-wide">
      <p>{t('portal.itsme.text')}</p>
      <ol className="itsme">
        {STEPS.map((step) => (
          <li key={step}>
            <ItsmeStep step={step} />
            <p>
              <b aria-hidden>{step}</b>
              {t(`portal.itsme.${step}`)}
            </p>
          </li>
        ))}
      </ol>
      <p className="said-care">{t('portal.itsme.safe')}</p>
      <div className="row">
        <Button kind="primary" icon={X} onPress={close}>
          {t('move.close')}
        </Button>
      </div>
    </Dialog>
  );
}
