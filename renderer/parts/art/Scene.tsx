import type { ReactNode } from 'react';
import './art.css';

/** The ground every drawing of cards and readers stands on. Nothing of it is read aloud: the words beside it say the same. */
export function Scene({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <svg className={`art ${className}`} viewBox="0 0 420 520" aria-hidden="true">
      <circle className="art-ground" cx="210" cy="250" r="206" />
      {children}
    </svg>
  );
}
