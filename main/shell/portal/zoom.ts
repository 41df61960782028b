import type { WebContents } from 'electron';
import type { Look } from '../../core/look.ts';

/** How large a page may be; the citizen's size of text (1 to 4) is one of these. */
const FACTORS = [0.75, 1, 1.25, 1.5, 2, 2.5, 3];

/** How large the pages of the pane are. */
export interface Zoom {
  /** The citizen chose a size of text: pages take it, too. */
  wear(look: Look): void;
  change(by: 1 | -1): void;
  /** A size of each site is Chromium's way; here all pages have the same. */
  apply(contents: WebContents): void;
}

export function makeZoom(look: Look): Zoom {
  let at = look.size; // 1, 1.25, 1.5 and 2 stand at 1 to 4
  return {
    wear({ size }) {
      at = size;
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
