/** What is to be ringed: the first that is found and can be seen. */
export interface Ring {
  selectors: string[];
  texts: string[];
  /** How long it stays, in ms. */
  stays: number;
}

/**
 * Runs inside the page, in a world of its own (see `probe`). Draws a ring around the place that a person looks for, and brings it into
 * view. It lies beside the page, not in it: an empty element after the body, its inside closed, deaf to every touch. Gives whether
 * there was something to ring.
 */
export function ring({ selectors, texts, stays }: Ring): boolean {
  const world = globalThis as { unring?: () => void };
  world.unring?.();
  const TOUCHED =
    'button, a[href], input:not([type=hidden]), select, textarea, summary, label, [role=button], [role=link], [role=menuitem], [role=tab], [role=option], [role=checkbox], [role=radio], [tabindex], [onclick]';

  const seen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const plain = (text: string) => text.normalize('NFC').replaceAll('’', "'").replace(/\s+/g, ' ').trim().toLowerCase();
  /** The document, open shadow trees, and frames of the same site. */
  const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap((element) => {
      if (element.shadowRoot) return roots(element.shadowRoot);
      const inner = element instanceof HTMLIFrameElement && seen(element) ? element.contentDocument : null;
      return inner ? roots(inner) : [];
    }),
  ];
  const nameOf = (element: Element): string[] => {
    const by = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const field = element as Partial<HTMLInputElement>; // some of these are fields
    const value = element.matches('input[type=submit], input[type=button], input[type=reset]') ? field.value : '';
    return [
      element.getAttribute('aria-label'),
      by.map((id) => (element.getRootNode() as Document).getElementById?.(id)?.textContent ?? '').join(' '),
      value,
      element.matches('select, textarea') ? '' : (element as HTMLElement).innerText,
      ...[...(field.labels ?? [])].map((label) => label.innerText),
      element.getAttribute('placeholder'),
      element.getAttribute('title'),
      ...[...element.querySelectorAll('img[alt]')].map((image) => image.getAttribute('alt')),
    ]
      .map((name) => plain(name ?? ''))
      .filter((name) => name !== '');
  };
  const everywhere = roots(document);
  const bySelector = (selector: string): Element | null => {
    try {
      for (const root of everywhere) {
        const found = [...root.querySelectorAll(selector)].find(seen);
        if (found) return found;
      }
    } catch {
      // no selector of this browser
    }
    return null;
  };
  /** The same words before words that hold them, and of those the shortest: a button, not the box around it. */
  const byText = (text: string): Element | null => {
    const wanted = plain(text);
    let best: { element: Element; length: number } | null = null;
    for (const element of everywhere.flatMap((root) => [...root.querySelectorAll(TOUCHED)])) {
      const length = nameOf(element).reduce(
        (least, name) => (name.includes(wanted) ? Math.min(least, name.length) : least),
        Number.POSITIVE_INFINITY,
      );
      if (length < (best?.length ?? Number.POSITIVE_INFINITY) && seen(element)) best = { element, length };
    }
    return best?.element ?? null;
  };
  const first = <T>(values: string[], find: (value: string) => T | null): T | null => {
    for (const value of values) {
      const found = find(value);
      if (found) return found;
    }
    return null;
  };
  const found = first(selectors, bySelector) ?? first(texts, byText);
  if (!found) return false;
  const control = found instanceof HTMLLabelElement && found.control && seen(found.control) ? found.control : found;

  const page = control.ownerDocument;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  const host = page.createElement('div');
  // By the object model: a page's rules against styles in markup do not hold here.
  host.style.cssText =
    'all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important; pointer-events: none !important; z-index: 2147483647 !important;';
  const inside = host.attachShadow({ mode: 'closed' });
  const line = page.createElement('div');
  line.style.cssText =
    'position: fixed; box-sizing: border-box; pointer-events: none; border: 7px solid #0b4a4f; border-radius: 16px; outline: 5px solid #ffd27a; box-shadow: 0 0 0 8px #ffffff, 0 0 24px 10px #14213d99;';
  inside.append(line);
  // What a page shows above all else (a modal dialog) is above the ring too, unless the ring is in it.
  (control.closest('dialog[open]') ?? page.documentElement).append(host);
  if (!calm)
    line.animate([{ transform: 'scale(1)' }, { transform: 'scale(1.06)' }, { transform: 'scale(1)' }], {
      duration: 1200,
      iterations: Number.POSITIVE_INFINITY,
    });

  const view = page.defaultView ?? window;
  let frame = 0;
  const follow = () => {
    if (!control.isConnected || !seen(control)) return gone();
    const { x, y, width, height } = control.getBoundingClientRect();
    Object.assign(line.style, { left: `${x - 12}px`, top: `${y - 12}px`, width: `${width + 24}px`, height: `${height + 24}px` });
    frame = view.requestAnimationFrame(follow);
  };
  const gone = () => {
    view.cancelAnimationFrame(frame);
    clearTimeout(timer);
    view.removeEventListener('click', gone, true);
    host.remove();
    if (world.unring === gone) delete world.unring;
  };
  const timer = setTimeout(gone, stays);
  view.addEventListener('click', gone, true);
  world.unring = gone;
  follow();
  return true;
}
