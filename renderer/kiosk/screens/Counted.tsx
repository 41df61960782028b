import { Switch } from '../../parts/Switch.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';

/** What is counted and what never is, the code that stands for it, and the way out of the count. */
export function Counted() {
  const { t } = useTranslation();
  const { state, count } = useKiosk();
  const { visit, progress } = state;
  if (visit.phase === 'none') return null;
  if (!progress) return <p className="soft">{t('closing.nothing')}</p>;
  return (
    <div className="counted">
      <h2>{t('closing.counts')}</h2>
      <p>
        {t(progress.private ? 'closing.countsTheme' : 'closing.countsText')} <b>{t('closing.never')}</b>
      </p>
      <Switch on={!visit.counted} onSwitch={(notMe) => count(!notMe)}>
        <b>{t('closing.notMe')}</b>
      </Switch>
      {visit.counted ? (
        <div className="counted-code">
          <p>
            <span>{t('closing.code')}</span> <strong className="code">{visit.receipt}</strong>
          </p>
          <p className="soft">{t('closing.codeText')}</p>
        </div>
      ) : (
        <p className="soft">{t('closing.notCounted')}</p>
      )}
    </div>
  );
}
