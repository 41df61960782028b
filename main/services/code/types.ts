import type { CodeEnd, CodeTask, PinKey, PinQuestion, PinView } from '../../core/card/code.ts';
import type { Language } from '../../core/language.ts';
import type { ToSign } from './to-sign.ts';

/**
 * The PIN dialogue: asks, tries, and stops in time. One at a time. It holds the digits, nobody else does; the PIN window sees only
 * how many there are. After two wrong codes in a visit nothing more is tried, whichever card they were for; a card with one try left
 * asks twice. A code that went to the card and was never answered counts as a wrong one until the answer says otherwise.
 */
export interface CodeDesk {
  view(): PinView;
  onChange(listener: (view: PinView) => void): () => void;
  /** Resolves when the window is closed. A second one while the first is open is `cancelled`. */
  start(task: CodeTask, language: Language): Promise<CodeEnd>;
  /** For main only: no screen can ask for a signature of its own making. */
  sign(what: ToSign, language: Language): Promise<CodeEnd & { signature: Uint8Array | null }>;
  /**
   * For main only: the code of the card that is there, which it has just accepted, to be handed to the browser, once. Null: it was not given,
   * or not right. On success the window closes by itself. Always typed on our screen: the browser cannot use a reader's own keys.
   * A string cannot be overwritten, and Electron takes nothing else: let it go at once.
   */
  login(host: string, language: Language): Promise<CodeEnd & { code: string | null }>;
  press(key: PinKey): void;
  /** An answer to another question than the one shown is not heard: two quick touches are not two answers. */
  go(question: PinQuestion): void;
  /** As `go`. Not once a code is with the card: its answer says whether a try was spent. */
  back(question: PinQuestion): void;
  help(): void;
  /** The card is gone, or the visit waits for an answer: closes at once. A dialogue that had ended keeps its outcome. */
  drop(outcome: 'removed' | 'cancelled'): void;
  /** End of the visit: as `drop`, and its wrong codes are not held against the next person. */
  forget(): void;
}
