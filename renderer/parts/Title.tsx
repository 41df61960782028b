import { type ReactNode, useEffect, useRef } from 'react';
import { Soft } from './Soft.tsx';

/**
 * The heading of a screen. It takes the focus when the screen appears, so that a screen reader says where one is.
 * Give it a `key` when one screen shows several things in turn (the steps of a guide). `still`: it came by itself, while the
 * person was busy elsewhere, and takes nothing.
 */
export function Title({ children, still = false }: { children: ReactNode; still?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(!still);
  useEffect(() => {
    if (first.current) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {typeof children === 'string' ? <Soft>{children}</Soft> : children}
    </h1>
  );
}
