import type { Paper } from '../../../main/core/paper.ts';
import { longDay, useTranslation } from '../../words/index.ts';

/** The paper in small: what one will hold in the hand. Everything on it is also said elsewhere, so it is a picture to a reader. */
export function PaperLeaf({ paper }: { paper: Paper }) {
  const { t } = useTranslation();
  const { sheet } = paper;
  return (
    <div className="sketch" aria-hidden>
      <p className="sketch-place">{paper.place}</p>
      <p className="sketch-title">{sheet.text.title}</p>
      <ol>
        {sheet.text.steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a paper keep their order
          <li key={i} data-state={i + 1 < paper.step ? 'done' : i + 1 === paper.step ? 'now' : 'todo'}>
            <i />
            <span>{step.do}</span>
          </li>
        ))}
      </ol>
      <p className="sketch-next">
        {t('doc.date')} {paper.nextDate ? <b>{longDay(paper.nextDate, paper.language)}</b> : <u />}
      </p>
      {paper.receipt && <p className="sketch-code code">{paper.receipt}</p>}
    </div>
  );
}
