import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { Countdown } from './Countdown.tsx';
import { useFinish } from './useFinish.ts';

/** The card left the reader: what it said is already gone, and the site is closed. The steps and the paper wait for an answer. */
export function CardTaken({ seconds }: { seconds: number | null }) {
  const { t } = useTranslation();
  const { boot, state } = useKiosk();
  const { stay, finish } = useFinish();
  return (
    <Dialog alert title={t('taken.title')}>
      <div className="warning">
        {seconds !== null && <Countdown seconds={seconds} of={boot.settings.idle.warning} />}
        <div className="warning-words">
          {state.siteClosed && (
            <p>
              <b>{t('taken.site')}</b> {t(state.siteClosed === 'logged-in' ? 'taken.login' : 'taken.reopen')}
            </p>
          )}
          <p>{t('taken.text')}</p>
          <p>
            <b>{t('taken.ask')}</b>
          </p>
          <div className="row">
            <Button kind="primary" autoFocus onPress={stay}>
              {t('taken.continue')}
            </Button>
            <Button kind="end" onPress={finish}>
              {t('closing.end')}
            </Button>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
