import { soften } from '../words/soften.ts';

/** A text whose very long words may break on screen; a screen reader hears it whole. */
export function Soft({ children }: { children: string }) {
  const soft = soften(children);
  if (soft === children) return <>{children}</>;
  return (
    <>
      <span aria-hidden="true">{soft}</span>
      <span className="unseen">{children}</span>
    </>
  );
}
