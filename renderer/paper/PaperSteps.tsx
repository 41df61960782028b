import type { Paper } from '../../main/core/paper.ts';
import { useTranslation } from '../words/index.ts';

/** The steps with a box each: ticked before the one reached, which is marked. `paper.step` 0 marks none. */
export function PaperSteps({ paper }: { paper: Paper }) {
  const { t } = useTranslation('kiosk');
  const { facts } = paper.sheet.file;
  return (
    <section>
      <h2>{t('doc.steps')}</h2>
      {facts.steps.grade !== 'sure' && <p className="honest">{t('guide.check')}</p>}
      <ol>
        {paper.sheet.text.steps.map((step, i) => {
          const n = i + 1;
          const state = n < paper.step ? 'done' : n === paper.step ? 'now' : 'todo';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a paper keep their order
            <li key={i} data-state={state}>
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <rect x="1.5" y="1.5" width="21" height="21" rx="4" />
                {state === 'done' && <path d="m6 12.5 4.4 4.4L18.4 8" />}
              </svg>
              <div>
                {state === 'now' && <span className="here">{t('doc.here')}</span>}
                <b>
                  {n}. {step.do}
                </b>
                {step.more && <span> {step.more}</span>}
                {step.label && (
                  <span className="label">
                    {t('guide.label')} <mark>{step.label}</mark>
                  </span>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
