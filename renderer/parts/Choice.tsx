import Check from 'lucide-react/icons/check';
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import './Choice.css';

interface Props<V extends string> {
  label: ReactNode;
  /** Null while nothing is chosen. */
  value: V | null;
  onChoose: (value: V) => void;
  options: readonly { value: V; words: ReactNode }[];
  /** `row` lays small answers side by side, `list` gives each its own line. */
  as?: 'row' | 'list';
}

/** One answer out of a few, all seen at once; the chosen one has a tick as well as a colour. */
export function Choice<V extends string>({ label, value, onChoose, options, as = 'row' }: Props<V>) {
  return (
    <RadioGroup
      className={`choice choice-${as}`}
      value={value}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option) onChoose(option.value);
      }}
    >
      <Label className="choice-label">{label}</Label>
      <div className="choice-answers">
        {options.map(({ value: each, words }) => (
          <Radio key={each} value={each} className="choice-answer">
            <span className="choice-tick" aria-hidden>
              <Check />
            </span>
            <span>{words}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
