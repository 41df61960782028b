import type { LucideIcon } from 'lucide-react';
import BadgeCheck from 'lucide-react/icons/badge-check';
import CircleAlert from 'lucide-react/icons/circle-alert';
import type { ReactNode } from 'react';
import './Stamp.css';

const PICTURE: Record<'ok' | 'ask', LucideIcon> = { ok: BadgeCheck, ask: CircleAlert };

/** A short mark on something said: `ok` it was checked, `ask` somebody must check it. Never by colour alone. */
export function Stamp({ kind, children }: { kind: 'ok' | 'ask'; children: ReactNode }) {
  const Picture = PICTURE[kind];
  return (
    <span className={`stamp stamp-${kind}`}>
      <Picture aria-hidden />
      <span>{children}</span>
    </span>
  );
}
