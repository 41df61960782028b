import type { ReactNode } from 'react';
import './Frame.css';
import { Promises } from './Promises.tsx';
import { Scroll } from './Scroll.tsx';
import { Tools } from './Tools.tsx';

interface Props {
  children: ReactNode;
  /** Buttons that lead on, always in sight between the page and the three promises. */
  go?: ReactNode;
  /** The other ways, above those buttons wherever the page has no room to show them beside it. */
  ways?: ReactNode;
  /** What lies beside the page where there is room, and under it where there is not. */
  side?: ReactNode;
  /** A new key starts the page at its top. */
  page?: string;
  className?: string;
}

/** What every citizen screen has at the same place: the tools above, the three promises below. */
export function Frame({ children, go, ways, side, page, className = '' }: Props) {
  return (
    <div className={`frame ${side ? 'frame-two' : ''} ${className}`}>
      <Tools />
      <main className="frame-main">
        <div className="frame-page">
          <Scroll key={page}>
            {children}
            {side && <div className="frame-under">{side}</div>}
          </Scroll>
          {ways}
          {go && <div className="frame-go">{go}</div>}
        </div>
        {side && <div className="frame-side">{side}</div>}
      </main>
      <Promises />
    </div>
  );
}
