import type { WebContents } from 'electron';
import { type FieldMapping, TouchedField } from '../../core/portal/touch.ts';
import { type PageTouch, type TouchPage, touchPage } from './touch-page.ts';

/** The world in the page that no script of the page can reach. */
const WORLD = 1_002;
/** Milliseconds a page may take to type; one that hangs is not waited for. */
const PATIENCE = 5_000;

/** A field that somebody touched, in these contents. */
export interface Touch {
  readonly field: TouchedField;
  /** Types into that field, if it is still the same. */
  type(text: string): Promise<Awaited<ReturnType<TouchPage['type']>>>;
}

/** Follows what a person touches in these contents, page after page. `touched`: null when it is no field, or the page is another one. */
export function followTouches(
  contents: WebContents,
  mapping: readonly FieldMapping[],
  touched: (touch: Touch | null) => void,
): void {
  const page = `(${touchPage})(${JSON.stringify(mapping.map(({ selector }) => selector))})`;
  const run = (code: string): Promise<unknown> => contents.executeJavaScriptInIsolatedWorld(WORLD, [{ code }]);
  /** Each document is asked in turn; a question that is still out when the next comes is over. */
  let turn = 0;

  const follow = async () => {
    const mine = ++turn;
    for (;;) {
      const answer = await run(`${page}.next()`).catch(() => null);
      if (mine !== turn || contents.isDestroyed()) return;
      const told = answer as PageTouch | null; // what a page's process says: looked at below
      if (told?.is !== 'field' && told?.is !== 'elsewhere') return;
      const field = told.is === 'field' ? TouchedField.safeParse(told.field) : null;
      const token = told.is === 'field' ? String(told.token) : '';
      touched(field?.success ? { field: field.data, type: (text) => type(token, text) } : null);
    }
  };
  const type = async (token: string, text: string) => {
    const late = new Promise<'gone'>((resolve) => setTimeout(resolve, PATIENCE, 'gone'));
    const typed = run(`${page}.type(${JSON.stringify(token)}, ${JSON.stringify(text)})`).catch(() => 'gone');
    const answer = await Promise.race([typed, late]);
    return answer === 'typed' || answer === 'too-long' || answer === 'not-taken' ? answer : 'gone';
  };

  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) touched(null);
  });
  contents.on('dom-ready', () => void follow());
  // A page that comes back whole out of memory is ready already.
  contents.on('did-navigate', () => {
    if (!contents.isLoadingMainFrame()) void follow();
  });
  contents.on('destroyed', () => {
    turn++;
    touched(null);
  });
}
