/** Pixels of a canvas: 64 MB. A page of A4 that fills an 8K screen has fewer. */
export const MOST_CANVAS = 16_000_000;
/** Pixels of one side; Chromium draws nothing on a longer one. */
const LONGEST_SIDE = 16_384;

/**
 * How much a page is enlarged to be `wanted` pixels wide: less when its canvas would be larger than the machine can hold. A page
 * may say that it is one point wide and two hundred inches high. `width`, `height`: of the page, in points.
 */
export function scaleFor(width: number, height: number, wanted: number): number {
  return Math.min(wanted / width, Math.sqrt(MOST_CANVAS / (width * height)), LONGEST_SIDE / Math.max(width, height));
}
