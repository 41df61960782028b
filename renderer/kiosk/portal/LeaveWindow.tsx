import LogOut from 'lucide-react/icons/log-out';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';

/** Leaving the site loses what was not sent: asked before, since the button lies near others. */
export function LeaveWindow() {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  const close = () => dispatch({ do: 'overlay', overlay: null });
  return (
    <Dialog title={t('portal.leave.title')} onClose={close}>
      <p>{t('portal.leave.text')}</p>
      <p>{t('portal.leave.guide')}</p>
      <div className="row">
        <Button kind="primary" onPress={close}>
          {t('portal.leave.stay')}
        </Button>
        <Button
          kind="end"
          icon={LogOut}
          along
          onPress={() => {
            close();
            void ask('portal.go', { to: 'leave' });
          }}
        >
          {t('portal.leave.yes')}
        </Button>
      </div>
    </Dialog>
  );
}
