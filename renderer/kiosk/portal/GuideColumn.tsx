import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import { Button } from '../../parts/Button.tsx';
import { Stamp } from '../../parts/Stamp.tsx';
import { Steps } from '../../parts/Steps.tsx';
import { Title } from '../../parts/Title.tsx';
import { useTranslation } from '../../words/index.ts';
import { Scroll } from '../frame/Scroll.tsx';
import { useKiosk } from '../visit/context.ts';
import './Guide.css';
import { GuideHelp } from './GuideHelp.tsx';
import { GuideNote } from './GuideNote.tsx';
import { LayoutChoice } from './LayoutChoice.tsx';
import type { Now } from './SitePage.tsx';
import type { Open } from './usePortal.ts';

/** Beside the site: the step, what the site and the guide say of each other, and the way on. */
export function GuideColumn({ now, view }: { now: Now; view: Open }) {
  const { t } = useTranslation();
  const { sheet, n } = now;
  const of = sheet.text.steps.length;
  const where = t('guide.step', { n, of });
  return (
    <section className="frame-page column" aria-label={sheet.text.title}>
      <Scroll key={n}>
        <div className="guide">
          <div className="column-where">
            <p className="soft">{sheet.text.title}</p>
            <div className="column-head">
              <h2>{where}</h2>
              <LayoutChoice />
            </div>
            <Steps at={n} of={of} label={where} />
          </div>
          <div className="guide-say">
            <StepSaid now={now} />
            <div className="guide-helps">
              <GuideHelp now={now} view={view} />
            </div>
            {sheet.file.facts.steps.grade !== 'sure' && <Stamp kind="ask">{t('guide.check')}</Stamp>}
          </div>
        </div>
      </Scroll>
      <GuideNote now={now} view={view} />
      <div className="frame-go">
        <StepGo now={now} />
      </div>
    </section>
  );
}

/** What to do, in one sentence, and what its button is called on the site. */
export function StepSaid({ now: { sheet, n } }: { now: Now }) {
  const { t } = useTranslation();
  const { state } = useKiosk();
  const step = sheet.text.steps[n - 1];
  if (!step) return null;
  return (
    <>
      {/* Somebody who works on the site is told by the note; the focus stays where they are. */}
      <Title key={n} still={state.follow.followed === n}>
        {step.do}
      </Title>
      {step.label && (
        <p className="guide-label">
          <small>{t('guide.label')}</small> <mark>{step.label}</mark>
        </p>
      )}
      {step.more && <p className="guide-more">{step.more}</p>}
    </>
  );
}

/** One step back, one step on. */
export function StepGo({ now: { sheet, n, next } }: { now: Now }) {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  const last = n >= sheet.text.steps.length;
  return (
    <>
      <Button icon={ArrowLeft} along className="guide-back" onPress={() => dispatch({ do: 'back' })}>
        {t(n === 1 ? 'guide.sheet' : 'guide.before')}
      </Button>
      <Button kind="primary" className="guide-next" {...(!last && { after: ArrowRight })} along onPress={next}>
        {t(last ? 'guide.last' : 'guide.done')}
      </Button>
    </>
  );
}
