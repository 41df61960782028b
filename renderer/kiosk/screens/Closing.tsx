import ArrowLeft from 'lucide-react/icons/arrow-left';
import Trash from 'lucide-react/icons/eraser';
import Files from 'lucide-react/icons/files';
import Hand from 'lucide-react/icons/hand';
import CardIcon from 'lucide-react/icons/id-card';
import Printer from 'lucide-react/icons/printer';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Title } from '../../parts/Title.tsx';
import { useTranslation } from '../../words/index.ts';
import { Fit } from '../frame/Fit.tsx';
import { Frame } from '../frame/Frame.tsx';
import { PapersButton } from '../papers/PapersButton.tsx';
import { usePapers } from '../papers/usePapers.ts';
import { useKiosk } from '../visit/context.ts';
import './Closing.css';
import { Counted } from './Counted.tsx';
import { outcomesFor } from './outcomes.ts';

/** What was done, what the citizen says of it, the paper, what is counted, and the one big end. */
export function Closing() {
  const { t } = useTranslation();
  const { state, dispatch, end } = useKiosk();
  const { progress, outcome } = state;
  const offered = outcomesFor(state);
  const { untaken } = usePapers();
  const lost = untaken.length > 0;
  const sheet = progress && (
    <Button kind={lost ? 'quiet' : 'primary'} icon={Printer} onPress={() => dispatch({ do: 'visitScreen', name: 'paper' })}>
      <Fit long={t('closing.paper')} short={t('closing.paperShort')} />
    </Button>
  );
  const cardIn = !['no-card', 'no-reader', 'no-service'].includes(state.card.state);
  return (
    <Frame
      go={
        <>
          <Button icon={ArrowLeft} along onPress={() => dispatch({ do: 'back' })}>
            {t('closing.back')}
          </Button>
          {lost ? (
            <Button kind="primary" icon={Files} onPress={() => dispatch({ do: 'visitScreen', name: 'papers' })}>
              {t('closing.untaken.take', { count: untaken.length })}
            </Button>
          ) : (
            sheet
          )}
          <Button kind="end" className="closing-end" icon={Trash} onPress={end}>
            {lost ? t('closing.untaken.end') : <Fit long={t('closing.end')} short={t('closing.endShort')} />}
          </Button>
        </>
      }
    >
      <div className="closing">
        <section className="closing-what">
          <Title>{t(progress?.finished ? 'closing.titleDone' : 'closing.title')}</Title>
          {lost && <Untaken />}
          {progress && (
            <p className="closing-done">
              <b>{progress.title}</b>
              <span>{progress.at > 0 ? t('closing.steps', { n: progress.at, of: progress.of }) : t('closing.read')}</span>
            </p>
          )}
          {offered.length > 0 && (
            <Choice
              label={t('closing.where')}
              value={offered.find((each) => each === outcome) ?? null}
              onChoose={(chosen) => dispatch({ do: 'outcome', outcome: chosen })}
              options={offered.map((value) => ({ value, words: t(`closing.outcome.${value}`) }))}
            />
          )}
          {outcome === 'blocked' && (
            <Button
              kind="person"
              icon={Hand}
              onPress={() => dispatch({ do: 'overlay', overlay: { name: 'person' } })}
              className="closing-help"
            >
              {t('promise.person')}
            </Button>
          )}
          {cardIn && (
            <p className="closing-card">
              <CardIcon aria-hidden />
              {t('closing.takeCard')}
            </p>
          )}
        </section>
        <section className="closing-take">
          {lost && sheet}
          <PapersButton />
          <Counted />
        </section>
      </div>
    </Frame>
  );
}

/** What would be erased although nobody has it: said before the end, by name. */
function Untaken() {
  const { t } = useTranslation();
  const { untaken, called } = usePapers();
  return (
    <div className="closing-untaken" role="status">
      <p>
        <b>{t('closing.untaken.title', { count: untaken.length })}</b>
      </p>
      <p>{t('closing.untaken.text')}</p>
      <ul>
        {untaken.map((paper) => (
          <li key={paper.id}>{called(paper)}</li>
        ))}
      </ul>
    </div>
  );
}
