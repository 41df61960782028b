import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import Globe from 'lucide-react/icons/globe';
import { useEffect } from 'react';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Stamp } from '../../parts/Stamp.tsx';
import { Steps } from '../../parts/Steps.tsx';
import { Title } from '../../parts/Title.tsx';
import { useTranslation } from '../../words/index.ts';
import { Frame } from '../frame/Frame.tsx';
import { SitePage } from '../portal/SitePage.tsx';
import { speaksNot } from '../portal/speaks.ts';
import { useOpening, useOpenPortal } from '../portal/usePortal.ts';
import { useKiosk } from '../visit/context.ts';
import { onward } from '../visit/onward.ts';
import { useSheet } from '../visit/useSheet.ts';
import './GuideScreen.css';
import { GuideSide } from './GuideSide.tsx';
import { Problem } from './Problem.tsx';
import { WayFoot } from './WayFoot.tsx';

/** One step of a procedure, in one sentence. `step` counts from 0 here; people and the journal count from 1. */
export function GuideScreen({ id, step }: { id: string; step: number }) {
  const { t } = useTranslation(['kiosk', 'mishaps']);
  const { dispatch, language } = useKiosk();
  const read = useSheet(id, language);
  const view = useOpenPortal(id);
  const { open, opening, problem } = useOpening(id);
  useEffect(() => {
    void ask('visit.step', { procedure: id, step: step + 1 });
  }, [id, step]);

  if (read && !read.ok) return <Problem code={read.code} />;
  const sheet = read?.value;
  const now = sheet?.text.steps[step];
  if (!sheet || !now) return <Frame>{null}</Frame>;

  const of = sheet.text.steps.length;
  const n = step + 1;
  const next = () => onward(sheet, n, dispatch);
  if (view) return <SitePage now={{ sheet, n, next }} view={view} />;
  const where = t('guide.step', { n, of });
  return (
    <Frame
      page={`${id} ${step}`}
      side={<GuideSide sheet={sheet} at={n} onOpen={open} opening={opening} />}
      ways={<WayFoot />}
      go={
        <>
          <Button icon={ArrowLeft} along onPress={() => dispatch({ do: 'back' })}>
            {t(step === 0 ? 'guide.sheet' : 'guide.before')}
          </Button>
          {sheet.file.portal && (
            <Button kind="primary" icon={Globe} className="guide-site" isDisabled={opening} onPress={open}>
              {t(opening ? 'portal.opening' : 'portal.openShort')}
            </Button>
          )}
          {/* One main button: where there is a site, that is the way into it. */}
          <Button
            kind={sheet.file.portal ? 'quiet' : 'primary'}
            className="guide-next"
            {...(n < of && { after: ArrowRight })}
            along
            onPress={next}
          >
            {t(n < of ? 'guide.done' : 'guide.last')}
          </Button>
        </>
      }
    >
      <div className="guide">
        <div className="guide-where">
          <p className="soft">{sheet.text.title}</p>
          <h2>{where}</h2>
          <Steps at={n} of={of} label={where} />
        </div>
        <div className="guide-say">
          <Title key={step}>{now.do}</Title>
          {now.label && (
            <p className="guide-label">
              <small>{t('guide.label')}</small> <mark>{now.label}</mark>
            </p>
          )}
          {now.more && <p>{now.more}</p>}
          {speaksNot(sheet.file.portal, language) && <p className="guide-more">{t('portal.otherLanguage')}</p>}
          {problem && (
            <p className="guide-problem" role="alert">
              {t(`mishaps:${problem}.title`)}
            </p>
          )}
          {sheet.file.facts.steps.grade !== 'sure' && <Stamp kind="ask">{t('guide.check')}</Stamp>}
        </div>
      </div>
    </Frame>
  );
}
