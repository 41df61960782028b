import BookOpen from 'lucide-react/icons/book-open';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { Fit } from '../frame/Fit.tsx';
import { useKiosk } from '../visit/context.ts';
import './Guide.css';
import { StepGo, StepSaid } from './GuideColumn.tsx';
import { GuideHelp } from './GuideHelp.tsx';
import { GuideNote } from './GuideNote.tsx';
import type { Now } from './SitePage.tsx';
import type { Open } from './usePortal.ts';

/** Above the site: the step in a strip, with its buttons; `slim`: only the sentence, and the way to the whole step. */
export function GuideStrip({ now, view, slim }: { now: Now; view: Open; slim: boolean }) {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  const { sheet, n } = now;
  return (
    <section className={slim ? 'strip strip-slim' : 'strip'} aria-label={sheet.text.title}>
      <div className="strip-row">
        <div className="strip-words">
          <h2>{t('guide.step', { n, of: sheet.text.steps.length })}</h2>
          <StepSaid now={now} />
        </div>
        <div className="strip-go">
          <Button
            icon={BookOpen}
            className="strip-whole"
            onPress={() => dispatch({ do: 'overlay', overlay: { name: 'portal', window: 'step' } })}
          >
            <Fit long={t('portal.step')} short={t('portal.stepShort')} />
          </Button>
          {!slim && <GuideHelp now={now} view={view} />}
          {!slim && <StepGo now={now} />}
        </div>
      </div>
      <GuideNote now={now} view={view} />
    </section>
  );
}
