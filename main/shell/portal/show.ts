import type { WebContents } from 'electron';
import type { PortalView } from '../../core/portal/view.ts';
import { runInside } from './inside.ts';
import { ring } from './ring.ts';

/** How long the ring, or the word that there is nothing to ring, stays; in ms. */
const STAYS = 12_000;

/** "Show me where": one ring at a time. */
export interface Pointer {
  shown(): (PortalView & { phase: 'open' })['shown'];
  show(contents: WebContents | null, wanted: { selectors: string[]; texts: string[] }): Promise<void>;
  /** The page went on: there is no ring any more. */
  clear(): void;
}

export function makePointer(changed: () => void): Pointer {
  let shown: ReturnType<Pointer['shown']> = 'none';
  let timer: NodeJS.Timeout | undefined;
  let turn = 0;
  const set = (next: typeof shown) => {
    clearTimeout(timer);
    if (next !== 'none') timer = setTimeout(() => set('none'), STAYS);
    shown = next;
    changed();
  };
  return {
    shown: () => shown,
    async show(contents, wanted) {
      const mine = ++turn;
      const found = contents ? await runInside(contents, ring, { ...wanted, stays: STAYS }) : null;
      if (mine === turn) set(found ? 'ringed' : 'not-found');
    },
    clear() {
      turn++;
      if (shown !== 'none') set('none');
    },
  };
}
