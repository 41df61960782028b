import { Meter } from 'react-aria-components/ProgressBar';
import './Steps.css';

/** Where one is among `of` steps; `at` counts from 1. `label` says it in words, which are also on screen. */
export function Steps({ at, of, label }: { at: number; of: number; label: string }) {
  return (
    <Meter className="steps" value={at} minValue={0} maxValue={of} valueLabel={label} aria-label={label}>
      {Array.from({ length: of }, (_, i) => {
        const step = i + 1;
        return <span key={step} className={step < at ? 'step-done' : step === at ? 'step-now' : 'step-todo'} />;
      })}
    </Meter>
  );
}
