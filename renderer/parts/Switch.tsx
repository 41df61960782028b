import type { ReactNode } from 'react';
import { Switch as Aria } from 'react-aria-components/Switch';
import './Switch.css';

/** Yes or no to one thing, on a whole line that can be touched. */
export function Switch({ on, onSwitch, children }: { on: boolean; onSwitch: (on: boolean) => void; children: ReactNode }) {
  return (
    <Aria className="switch" isSelected={on} onChange={onSwitch}>
      <span className="switch-words">{children}</span>
      <span className="switch-track" aria-hidden>
        <span className="switch-thumb" />
      </span>
    </Aria>
  );
}
