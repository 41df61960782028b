import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import './Segments.css';

export interface Segment<T extends string> {
  value: T;
  label: string;
}

interface Props<T extends string> {
  label: string;
  options: readonly Segment<T>[];
  /** Null: nothing chosen yet. */
  value: T | null;
  onChange: (value: T) => void;
  /** What is wrong, said in place. */
  error?: string | null;
  /** The label is for screen readers only. */
  quiet?: boolean;
  name?: string;
}

/** One choice among a few, all visible: Tab enters, arrows choose, Enter sends the form around it. */
export function Segments<T extends string>({ label, options, value, onChange, error = null, quiet = false, name }: Props<T>) {
  return (
    <RadioGroup
      className="segments"
      orientation="horizontal"
      value={value}
      isInvalid={error !== null}
      // Radio values are the options' own, so the string that comes back is one of T.
      onChange={(chosen) => onChange(chosen as T)}
      {...(name === undefined ? {} : { name })}
    >
      <Label className={quiet ? 'unseen' : 'segments-label'}>{label}</Label>
      <div className="segments-row">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="segment">
            {option.label}
          </Radio>
        ))}
      </div>
      {error !== null && (
        <Text slot="errorMessage" className="segments-error" role="alert">
          {error}
        </Text>
      )}
    </RadioGroup>
  );
}
