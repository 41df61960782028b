import Alert from 'lucide-react/icons/triangle-alert';
import type { PinProblem } from '../../main/core/card/code.ts';
import { useTranslation } from '../words/index.ts';

/** Why the code is asked again, and how many tries are left where the card tells. Read at once by a screen reader. */
export function Problem({ problem, triesLeft }: { problem: PinProblem | null; triesLeft: number | null }) {
  const { t } = useTranslation('pin');
  if (!problem) return null;
  return (
    <div className="pin-problem" role="alert">
      <Alert aria-hidden />
      <div>
        <p>
          <b>{t(`problem.${problem}`)}</b>
        </p>
        {problem === 'wrong' && (
          <p>
            {t('once')}
            {triesLeft !== null && ` ${t('tries', { count: triesLeft })}`}
          </p>
        )}
      </div>
    </div>
  );
}
