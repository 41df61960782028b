import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './Facts.css';

/** A list of named facts, each with its picture. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** One fact: its name and what is known of it. */
export function Fact({ icon: Icon, name, children }: { icon: LucideIcon; name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>
        <Icon aria-hidden />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
