/** What is asked of a page: is there something to be seen that matches, that says this? */
export interface Probe {
  selectors: string[];
  texts: string[];
}
/** The answers, in the order of the questions. */
export interface Probed {
  selectors: boolean[];
  texts: boolean[];
}

/**
 * Runs inside the page, in a world of its own: the page's scripts see nothing of it. Sent as text, so it may use nothing from outside
 * itself. Asks the page anew only when it changed since the last time.
 */
export function probe(asked: Probe): Probed {
  const world = globalThis as { probed?: { key: string; changed: boolean; last: Probed } };
  const key = JSON.stringify(asked);
  const before = world.probed;
  if (before && before.key === key && !before.changed) return before.last;
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const plain = (text: string) => text.normalize('NFC').replaceAll('’', "'").replace(/\s+/g, ' ').toLowerCase();
  const all = asked.texts.length > 0 ? plain(document.body?.innerText ?? '') : '';
  const last: Probed = {
    selectors: asked.selectors.map((selector) => {
      try {
        return [...document.querySelectorAll(selector)].some(seen);
      } catch {
        return false; // no selector of this browser
      }
    }),
    texts: asked.texts.map((text) => all.includes(plain(text))),
  };
  if (before) {
    Object.assign(before, { key, changed: false, last });
    return last;
  }
  const mine = { key, changed: false, last };
  world.probed = mine;
  new MutationObserver(() => {
    mine.changed = true;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  return last;
}
