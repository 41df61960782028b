import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { Countdown } from './Countdown.tsx';
import { useFinish } from './useFinish.ts';

/** Nobody has touched anything for a while. One act brings everything back, as often as one likes (WCAG 2.2.1). */
export function IdleWarning({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const { boot } = useKiosk();
  const { stay, finish } = useFinish();
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
            <Button kind="end" onPress={finish}>
              {t('idle.finish')}
            </Button>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
