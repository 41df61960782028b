import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { Countdown } from './Countdown.tsx';

/** Nobody has touched anything for a while. One act brings everything back, as often as one likes (WCAG 2.2.1). */
export function IdleWarning({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const { boot, dispatch, end } = useKiosk();
  const stay = () => void ask('visit.continue').then((answer) => answer.ok && dispatch({ do: 'visit', view: answer.value }));
  return (
    <Dialog alert title={t('idle.title')}>
      <div className="warning">
        <Countdown seconds={seconds} of={boot.settings.idle.warning} />
        <div className="warning-words">
          <p>{t('idle.text')}</p>
          <div className="row">
            <Button kind="primary" autoFocus onPress={stay}>
              {t('idle.stay')}
            </Button>
            <Button kind="end" onPress={end}>
              {t('idle.finish')}
            </Button>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
