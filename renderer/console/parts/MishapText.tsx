import CircleAlert from 'lucide-react/icons/circle-alert';
import type { Mishap } from '../../../main/core/mishap.ts';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import './MishapText.css';

/** Mishaps after which staff do something else than citizens; their words are in console.json, `next`. */
const OWN = ['journal-full', 'journal-readonly', 'journal-damaged', 'journal-newer', 'no-such-assistance'] as const;

/** What went wrong and what to do next, said in place; with a way to try again where that can help. */
export function MishapText({ code, onRetry }: { code: Mishap; onRetry?: () => void }) {
  const { t } = useTranslation('console');
  const { t: tMishap } = useTranslation('mishaps');
  const own = OWN.find((one) => one === code);
  return (
    <div className="mishap" role="alert">
      <CircleAlert aria-hidden />
      <p>
        {tMishap(`${code}.title`)} {t(`next.${own ?? 'other'}`)}
      </p>
      {onRetry && <Button onPress={onRetry}>{t('retry')}</Button>}
    </div>
  );
}
