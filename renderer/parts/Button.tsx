import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ButtonProps, Button as Pressable } from 'react-aria-components/Button';
import './Button.css';

/** What a button is for decides its colour: deep goes on, sun calls a person, stop ends; the rest is quiet. */
export type Kind = 'primary' | 'quiet' | 'person' | 'end' | 'plain';

interface Props extends Omit<ButtonProps, 'children' | 'className'> {
  kind?: Kind;
  icon?: LucideIcon;
  /** Picture at the end of the words, such as an arrow. */
  after?: LucideIcon;
  /** The pictures point along the reading direction and turn with it. */
  along?: boolean;
  className?: string;
  children: ReactNode;
}

/** The one button of all screens: words, with a picture beside them, never a picture alone. */
export function Button({ kind = 'quiet', icon: Icon, after: After, along, className = '', children, ...rest }: Props) {
  const turn = along ? 'along' : undefined;
  return (
    <Pressable {...rest} className={`btn btn-${kind} ${className}`}>
      {Icon && <Icon aria-hidden className={turn} />}
      <span className="btn-words">{children}</span>
      {After && <After aria-hidden className={turn} />}
    </Pressable>
  );
}
