import Alert from 'lucide-react/icons/triangle-alert';
import type { PinProblem } from '../../main/core/card/code.ts';
import { useTranslation } from '../words/index.ts';

/**
 * Why the code is asked again. One number only: what may still be done here, and that it blocks nothing where the card says that more
 * tries are left. Read at once by a screen reader.
 */
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
            {triesLeft !== null && triesLeft > 1 && ` ${t('safe')}`}
          </p>
        )}
      </div>
    </div>
  );
}
