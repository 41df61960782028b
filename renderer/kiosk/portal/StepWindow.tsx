import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Stamp } from '../../parts/Stamp.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { GuideHelp } from './GuideHelp.tsx';
import type { Now } from './SitePage.tsx';
import type { Open } from './usePortal.ts';

/** The whole step, where only a strip of it fits beside the site. */
export function StepWindow({ now, view }: { now: Now; view: Open }) {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  const { sheet, n, next } = now;
  const step = sheet.text.steps[n - 1];
  const close = () => dispatch({ do: 'overlay', overlay: null });
  if (!step) return null;
  return (
    <Dialog title={step.do} onClose={close}>
      <p className="soft">{t('guide.step', { n, of: sheet.text.steps.length })}</p>
      {step.label && (
        <p className="guide-label">
          <small>{t('guide.label')}</small> <mark>{step.label}</mark>
        </p>
      )}
      {step.more && <p>{step.more}</p>}
      {sheet.file.facts.steps.grade !== 'sure' && <Stamp kind="ask">{t('guide.check')}</Stamp>}
      <div className="row">
        <Button kind="primary" onPress={close}>
          {t('move.back')}
        </Button>
        <GuideHelp now={now} view={view} onDone={close} />
        <Button onPress={next}>{t(n < sheet.text.steps.length ? 'guide.done' : 'guide.last')}</Button>
        <Button onPress={() => dispatch({ do: 'back' })}>{t(n === 1 ? 'guide.sheet' : 'guide.previous')}</Button>
      </div>
    </Dialog>
  );
}
