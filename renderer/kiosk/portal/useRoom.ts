import { useLayoutEffect, useState } from 'react';
import { LAYOUTS, type Layout } from '../state.ts';
import { useKiosk } from '../visit/context.ts';

/** Narrower than this many letters' width, the guide's column would leave a site no place beside it. */
const BESIDE = 33;
/** From here on the line that says where one is fits beside the tools at the top; else it stands above the site. */
const LINE = 44;

interface Room {
  layout: Layout;
  /** The layouts that fit; no other is offered. */
  fits: readonly Layout[];
  /** Whether the line of the site fits at the top. */
  line: boolean;
}

/** What fits on the screen at the citizen's size of text: beside becomes above where it is narrow for its letters. */
export function useRoom(): Room {
  const { layout } = useKiosk().state;
  const [letters, setLetters] = useState(LINE);
  useLayoutEffect(() => {
    const look = () => setLetters(innerWidth / Number.parseFloat(getComputedStyle(document.body).fontSize));
    look();
    addEventListener('resize', look);
    // Another size of text makes the same screen narrower.
    const sizes = new MutationObserver(look);
    sizes.observe(document.documentElement, { attributeFilter: ['data-size'] });
    return () => {
      removeEventListener('resize', look);
      sizes.disconnect();
    };
  }, []);
  const fits: readonly Layout[] = letters >= BESIDE ? LAYOUTS : LAYOUTS.filter((each) => each !== 'beside');
  return { layout: fits.includes(layout) ? layout : 'above', fits, line: letters >= LINE };
}
