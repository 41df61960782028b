import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { Countdown } from './Countdown.tsx';

/** The card left the reader: what it said is already gone. The steps and the paper wait for an answer. */
export function CardTaken({ seconds }: { seconds: number | null }) {
  const { t } = useTranslation();
  const { boot, dispatch, end } = useKiosk();
  const stay = () => void ask('visit.continue').then((answer) => answer.ok && dispatch({ do: 'visit', view: answer.value }));
  return (
    <Dialog alert title={t('taken.title')}>
      <div className="warning">
        {seconds !== null && <Countdown seconds={seconds} of={boot.settings.idle.warning} />}
        <div className="warning-words">
          <p>{t('taken.text')}</p>
          <p>
            <b>{t('taken.ask')}</b>
          </p>
          <div className="row">
            <Button kind="primary" autoFocus onPress={stay}>
              {t('taken.continue')}
            </Button>
            <Button kind="end" onPress={end}>
              {t('closing.end')}
            </Button>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
