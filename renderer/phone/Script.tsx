import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import FileText from 'lucide-react/icons/file-text';
import MessageCircle from 'lucide-react/icons/message-circle';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Sheet } from '../../main/core/procedure/schema.ts';
import { Button } from '../parts/Button.tsx';
import { Steps } from '../parts/Steps.tsx';
import { useTranslation } from '../words/index.ts';
import { SheetPane } from './SheetPane.tsx';

/** What the operator reads aloud: first the sheet, then one step at a time. Arrow keys turn the page. */
export function Script({ sheet, today }: { sheet: Sheet | null; today: string }) {
  const { t } = useTranslation('phone');
  /** 0 is the sheet. */
  const [at, setAt] = useState(0);
  const of = sheet?.text.steps.length ?? 0;
  const turn = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || !(event.target instanceof Element) || event.target.closest('input, [role=radiogroup]'))
      return;
    if (event.key === 'ArrowRight') setAt((n) => Math.min(of, n + 1));
    if (event.key === 'ArrowLeft') setAt((n) => Math.max(0, n - 1));
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => turn(event);
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);

  const step = sheet?.text.steps[at - 1];
  if (!sheet)
    return (
      <div className="script-empty">
        <h1>{t('read.choose')}</h1>
        <p className="soft">{t('read.how')}</p>
      </div>
    );
  return (
    <>
      <p className="aloud">
        <MessageCircle aria-hidden />
        {t('read.aloud')}
      </p>
      {step ? <StepPage sheet={sheet} at={at} /> : <SheetPane sheet={sheet} today={today} />}
      <div className="turn">
        {at > 0 && (
          <Button icon={at === 1 ? FileText : ArrowLeft} along={at > 1} onPress={() => setAt(at - 1)}>
            {t(at === 1 ? 'read.sheet' : 'read.previous')}
          </Button>
        )}
        {at < of && (
          <Button kind="primary" after={ArrowRight} along onPress={() => setAt(at + 1)}>
            {t(at === 0 ? 'read.begin' : 'read.next')}
          </Button>
        )}
        <span className="soft small">{t('read.keys')}</span>
      </div>
    </>
  );
}

function StepPage({ sheet, at }: { sheet: Sheet; at: number }) {
  const { t } = useTranslation('phone');
  const { t: tKiosk } = useTranslation('kiosk');
  const { steps, title } = sheet.text;
  const step = steps[at - 1];
  const place = t('read.step', { n: at, of: steps.length });
  return (
    <div className="step">
      <p className="soft">{title}</p>
      <p className="step-place">{place}</p>
      <Steps at={at} of={steps.length} label={place} />
      <div className="step-say" aria-live="polite">
        <h1>{step?.do}</h1>
        {step?.more && <p>{step.more}</p>}
        {step?.label && (
          <p>
            {tKiosk('guide.label')} <b className="label">{step.label}</b>
          </p>
        )}
      </div>
      <div className="for-you">
        {sheet.file.facts.steps.grade !== 'sure' && <p>{tKiosk('guide.check')}</p>}
        <p>{at === steps.length ? t('read.last') : t('read.silent')}</p>
      </div>
    </div>
  );
}
