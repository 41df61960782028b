let mirrored = false;

/** Scripts written from right to left; a language not listed runs from left to right. */
const FROM_RIGHT = new Set(['ar', 'fa', 'he', 'ps', 'ur', 'ckb']);

/** Direction of a language's text, for the `dir` attribute. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return mirrored || FROM_RIGHT.has(language) ? 'rtl' : 'ltr';
}

/**
 * Test builds only: the pseudo language `xr` keeps the words and mirrors the page, so that the layout is seen from
 * right to left before the first such language arrives. Does nothing in a release build.
 */
export function mirror(on: boolean): void {
  if (!__TEST_BUILD__) return;
  mirrored = on;
  document.documentElement.dir = directionOf(document.documentElement.lang);
}
