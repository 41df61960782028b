import type { WebContents } from 'electron';
import type { Look } from '../../core/look.ts';

/** How large a page may be. */
const FACTORS = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
/** Where the citizen's size of text (1 to 4) stands: at 1.25, 1.5, 1.75 and 2. Sites are written for a desk, our people stand before a counter. */
const placeOf = ({ size }: Look) => size + 1;

/** How large the pages of the pane are. */
export interface Zoom {
  /** The citizen chose a size of text: pages take it, too. */
  wear(look: Look): void;
  change(by: 1 | -1): void;
  /** A size of each site is Chromium's way; here all pages have the same. */
  apply(contents: WebContents): void;
}

export function makeZoom(look: Look): Zoom {
  let at = placeOf(look);
  return {
    wear(next) {
      at = placeOf(next);
    },
    change(by) {
      at = Math.max(0, Math.min(FACTORS.length - 1, at + by));
    },
    apply(contents) {
      const factor = FACTORS[at] ?? 1;
      if (!contents.isDestroyed() && contents.getZoomFactor() !== factor) contents.setZoomFactor(factor);
    },
  };
}
