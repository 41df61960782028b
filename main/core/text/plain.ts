/** A paper as plain lines. All words come from the caller; here is only what goes when there is too little room. */
export interface PlainPaper {
  /** Always kept. */
  head: readonly string[];
  /** `more` is a second sentence, left out first. */
  steps: readonly { line: string; more?: string | undefined }[];
  /** Nice to have: left out one by one, the last first, after the second sentences and before any step. */
  extras: readonly string[];
  /** Always kept. */
  tail: readonly string[];
  /** The line that stands for steps left out at the end. */
  rest: (left: number) => string;
}

/** Bytes of UTF-8 that a phone still reads from a QR code on a screen. */
export const QR_BYTES = 900;

/**
 * Joins a paper into text of at most `limit` bytes of UTF-8. Nothing is cut in the middle: second sentences go, then extras, then
 * whole steps from the end. Head and tail stay, whatever their length.
 */
export function plainPaper(paper: PlainPaper, limit = QR_BYTES): string {
  const attempts = function* () {
    yield joined(paper, { more: true, extras: paper.extras.length, steps: paper.steps.length });
    for (let extras = paper.extras.length; extras >= 0; extras--)
      yield joined(paper, { more: false, extras, steps: paper.steps.length });
    for (let steps = paper.steps.length - 1; steps > 0; steps--) yield joined(paper, { more: false, extras: 0, steps });
  };
  for (const text of attempts()) if (bytes(text) <= limit) return text;
  return joined(paper, { more: false, extras: 0, steps: 0 });
}

function joined(paper: PlainPaper, keep: { more: boolean; extras: number; steps: number }): string {
  const steps = paper.steps.slice(0, keep.steps).map(({ line, more }) => (keep.more && more ? `${line} ${more}` : line));
  const left = paper.steps.length - keep.steps;
  return [
    ...paper.head,
    ...steps,
    ...(left > 0 ? [paper.rest(left)] : []),
    ...paper.extras.slice(0, keep.extras),
    ...paper.tail,
  ].join('\n');
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
