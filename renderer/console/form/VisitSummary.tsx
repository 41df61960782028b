import type { AssistanceView } from '../../../main/core/journal/record.ts';
import { endonym, useTranslation } from '../../words/index.ts';

/** What the visit noted by itself and nobody changes: procedure, hour, duration, language, steps. */
export function VisitSummary({ line, title }: { line: AssistanceView; title: string }) {
  const { t } = useTranslation('console');
  const { hour, duration, language, stepsReached, steps } = line.record;
  const facts = [
    t('journal.hours', { from: hour, to: hour + 1 }),
    t(`duration.${duration}`),
    endonym(language),
    t('journal.steps', { reached: stepsReached, total: steps }),
  ];
  return (
    <div className="visit">
      <b>{title}</b>
      <p className="visit-facts soft">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </div>
  );
}
