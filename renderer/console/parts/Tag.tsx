import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './Tag.css';

export type Tone = 'call' | 'busy' | 'ok' | 'stop' | 'plain';

/** A state in a word or two, with its picture: never by colour alone. */
export function Tag({ tone, icon: Icon, children }: { tone: Tone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <span className={`tag tag-${tone}`}>
      {Icon && <Icon aria-hidden />}
      <span>{children}</span>
    </span>
  );
}
