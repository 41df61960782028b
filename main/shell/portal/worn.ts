import type { VisitView } from '../../core/visit/view.ts';

/**
 * Electron keeps every session that it ever made: each opening of a portal leaves about 1 MB behind (measured on Electron 33: 0.9 MB in
 * the main process, 0.15 in that of the network). After so many openings a process is worn.
 */
const MOST = 200;
/** How long nobody must have been there, in ms. */
const QUIET = 60_000;

/** Begins the program anew when it is worn or deaf, and only while nobody is there and no card of anybody is left. */
export function renewWhenWorn(options: {
  /** Openings since the start. */
  openings(): number;
  /** The reader service died under it: NSS hears of no card any more, and nobody could log in. */
  deaf(): boolean;
  view(): VisitView;
  onChange(listener: () => void): void;
  /** Runs something later, unless it is called off. */
  after(milliseconds: number, run: () => void): () => void;
  restart(): void;
}): void {
  let callOff: (() => void) | null = null;
  const due = () => {
    const view = options.view();
    return (options.openings() >= MOST || options.deaf()) && view.phase === 'none' && !view.cardLeft;
  };
  options.onChange(() => {
    callOff?.();
    callOff = due() ? options.after(QUIET, () => due() && options.restart()) : null;
  });
}
