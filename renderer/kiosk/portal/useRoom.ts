import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Layout } from '../state.ts';

/** Narrower than this many letters' width, the guide's column would leave a site no place beside it. */
const BESIDE = 34;
/** From here on the line that says where one is fits beside the tools at the top; else it stands above the site. */
const LINE = 44;

/** What fits in the frame: beside becomes above where it is narrow for its text. `size` is the citizen's text size. */
export function useRoom(frame: RefObject<HTMLElement | null>, wanted: Layout, size: number): { layout: Layout; line: boolean } {
  const [letters, setLetters] = useState(LINE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text size makes the same frame narrower
  useLayoutEffect(() => {
    const it = frame.current;
    if (!it) return;
    const look = () => setLetters(it.clientWidth / Number.parseFloat(getComputedStyle(it).fontSize));
    look();
    const watch = new ResizeObserver(look);
    watch.observe(it);
    return () => watch.disconnect();
  }, [frame, size]);
  return { layout: wanted === 'beside' && letters < BESIDE ? 'above' : wanted, line: letters >= LINE };
}
