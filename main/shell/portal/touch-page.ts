/** What the page's side tells of a field that was touched: see `TouchedField`. `left`: the page is going. */
export type PageTouch = { is: 'left' | 'elsewhere' } | { is: 'field'; token: string; field: object };

/** What main may ask in the isolated world of a page. */
export interface TouchPage {
  /** Resolves at the next touch; at once when one was not told yet. A second call ends the first with null. */
  next(): Promise<PageTouch | null>;
  /** Types into the field of that touch, if it is still the same, still there, and still the one in use. */
  type(token: string, text: string): Promise<'typed' | 'gone' | 'too-long' | 'not-taken'>;
}

/**
 * Runs in a page of a portal, in a world of its own that no script of the page can reach: knows of each field a person touches what it
 * is, never what is in it, and holds on to it. Only touches and keys of a person count (`isTrusted`): what scripts do is no touch.
 * It is sent as text, so it uses nothing from outside itself. Gives the page's one `TouchPage`.
 */
export function touchPage(selectors: readonly string[]): TouchPage {
  // The world's own global: it lives as long as the document.
  const world = globalThis as { comptoirTouch?: TouchPage };
  if (world.comptoirTouch) return world.comptoirTouch;

  type Field = HTMLInputElement | HTMLTextAreaElement;
  const SECRET = /password|one-time-code|cc-/i;
  let held: { element: Field; token: string; kind: string } | null = null;
  let untold: PageTouch | null = null;
  let tell: ((touch: PageTouch | null) => void) | null = null;
  const known = new WeakSet<Document>();

  const news = (touch: PageTouch) => {
    if (tell) tell(touch);
    else untold = touch;
    tell = null;
  };
  /** The words of a label without what stands in fields inside it. */
  const wordsOf = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
    if (node.nodeType !== Node.ELEMENT_NODE || /^(input|textarea|select|option|script|style)$/i.test(node.nodeName)) return '';
    return [...node.childNodes].map(wordsOf).join(' ');
  };
  const describe = (element: Field): Record<string, unknown> | null => {
    const { type, readOnly, disabled, maxLength, placeholder, name, id } = element;
    const autocomplete = element.getAttribute('autocomplete') ?? '';
    if (readOnly || disabled || type === 'password' || type === 'hidden' || SECRET.test(autocomplete)) return null;
    const box = element.getBoundingClientRect();
    if (box.width < 8 || box.height < 8 || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      return null;
    const others = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const root = element.getRootNode() as Document | ShadowRoot; // of an element in a document
    const labels = [...(element.labels ?? []), ...others.map((other) => root.getElementById(other))];
    const label = [...labels.map((one) => (one ? wordsOf(one) : '')), element.ariaLabel ?? '', element.title].join(' ');
    const mapped = selectors.findIndex((selector) => {
      try {
        return element.matches(selector);
      } catch {
        return false;
      }
    });
    const lang = element.closest<HTMLElement>('[lang]')?.lang ?? element.ownerDocument.documentElement.lang;
    return {
      kind: element.localName,
      type,
      autocomplete: autocomplete.slice(0, 200),
      label: label.replace(/\s+/g, ' ').trim().slice(0, 400),
      placeholder: placeholder.slice(0, 200),
      names: `${name} ${id}`.slice(0, 400),
      lang: lang.slice(0, 40),
      room: maxLength >= 0 ? maxLength : null,
      mapped: mapped >= 0 ? mapped : null,
    };
  };
  /** What makes a field another one. Its words may change: a page that is left for a moment may say "please fill in". */
  const kindOf = ({ kind, type, autocomplete, names, mapped }: Partial<Record<string, unknown>>) =>
    JSON.stringify([kind, type, autocomplete, names, mapped]);
  /** The element that a person would type into now, through frames of this place and open shadow roots. */
  const inUse = (): Element | null => {
    let at: Element | null = document.activeElement;
    for (;;) {
      const inside: Document | ShadowRoot | null =
        at?.shadowRoot ?? (at && /^i?frame$/i.test(at.localName) ? (at as HTMLIFrameElement).contentDocument : null);
      if (!inside?.activeElement) return at;
      at = inside.activeElement;
    }
  };
  const fieldOf = (node: EventTarget | undefined): Field | null => {
    const element = node as Partial<Element> | undefined; // a document or a window has no names
    if (!element?.closest || !element.localName) return null;
    const label = element.closest('label');
    const found = element.localName === 'input' || element.localName === 'textarea' ? element : (label?.control ?? null);
    return found && (found.localName === 'input' || found.localName === 'textarea') ? (found as Field) : null;
  };
  const touched = (event: Event) => {
    if (!event.isTrusted) return;
    const element = fieldOf(event.composedPath()[0]);
    const field = element && inUse() === element ? describe(element) : null;
    if (!element || !field) {
      if (held) news({ is: 'elsewhere' });
      held = null;
      return;
    }
    held = { element, token: crypto.randomUUID(), kind: kindOf(field) };
    news({ is: 'field', token: held.token, field });
  };
  /** The field under the finger that came down. A script's `label.click()` makes a click that looks like a person's; no script makes this. */
  let pressed: { element: Field | null; at: number } | null = null;
  const press = (event: Event) => {
    if (event.isTrusted) pressed = { element: fieldOf(event.composedPath()[0]), at: performance.now() };
  };
  const clicked = (event: Event) => {
    if (!pressed || performance.now() - pressed.at > 3_000) return;
    if (fieldOf(event.composedPath()[0]) === pressed.element) touched(event);
  };
  const tabbed = (event: KeyboardEvent) => {
    if (event.key === 'Tab') touched(event);
  };
  const attend = (inner: Document | null | undefined) => {
    if (!inner || known.has(inner)) return;
    known.add(inner);
    const at = inner.defaultView ?? inner;
    // First of all: what a page does about a click may well be to swallow it.
    at.addEventListener('pointerdown', press, { capture: true, passive: true });
    at.addEventListener('click', clicked, { capture: true, passive: true });
    at.addEventListener('keyup', tabbed as EventListener, { capture: true, passive: true });
    const frame = (node: EventTarget | null) => {
      const { localName, contentDocument } = (node ?? {}) as Partial<HTMLIFrameElement>;
      // Null for a frame of another place: nothing of it is seen here.
      if (localName && /^i?frame$/i.test(localName)) attend(contentDocument);
    };
    inner.addEventListener('load', ({ target }) => frame(target), { capture: true, passive: true });
    for (const one of inner.querySelectorAll('iframe, frame')) frame(one);
  };
  attend(document);
  addEventListener('pagehide', () => {
    held = null;
    news({ is: 'left' });
  });

  const isSame = (token: string): Field | null => {
    if (!held || held.token !== token) return null;
    const { element, kind } = held;
    if (!element.isConnected || inUse() !== element) return null;
    const now = describe(element);
    return now && kindOf(now) === kind ? element : null;
  };
  const made: TouchPage = {
    next() {
      tell?.(null);
      tell = null;
      if (untold) {
        const touch = untold;
        untold = null;
        return Promise.resolve(touch);
      }
      return new Promise((resolve) => {
        tell = resolve;
      });
    },
    async type(token, text) {
      const element = isSame(token);
      if (!element) return 'gone';
      if (element.maxLength >= 0 && text.length > element.maxLength) return 'too-long';
      const before = element.value;
      const view = element.ownerDocument.defaultView;
      if (!view) return 'gone';
      // This world's own setter: the page's cannot be called from here, and frameworks see the new value behind theirs.
      element.value = text;
      // What the element makes of it: no sheet of ours says that "12 A" is a number.
      if (element.value === '') {
        element.value = before;
        return 'not-taken';
      }
      const input = { bubbles: true, composed: true, inputType: 'insertReplacementText', data: text };
      element.dispatchEvent(new InputEvent('input', input));
      element.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
      return element.value === '' || (element.value === before && before !== text) ? 'not-taken' : 'typed';
    },
  };
  world.comptoirTouch = made;
  return made;
}
