import type { WebContents } from 'electron';
import type { CardView } from '../../core/card/view.ts';
import { type OnceOutcome, type OnceView, TYPED_FROM, type TypeField } from '../../core/portal/once.ts';
import { type FieldMapping, offersFor } from '../../core/portal/touch.ts';
import { textFor } from '../../core/portal/touch-text.ts';
import type { CardService } from '../../services/card/index.ts';
import { followTouches, type Touch } from './touch.ts';

/** "Only once": what the State knows already is typed where the citizen touches, when they ask for it, and never by itself. */
export interface Once {
  /** Follows a new page of the portal. `own`: whether an address belongs to the procedure, and is no place for logging in. */
  follow(contents: WebContents, mapping: readonly FieldMapping[], own: (url: string) => boolean): void;
  view(): OnceView;
  onChange(listener: (view: OnceView) => void): () => void;
  /** The citizen wants this in the field they touched. `agree`: and that it is read on their card. */
  type(wanted: { serial: number; field: TypeField; agree: boolean }): Promise<OnceOutcome>;
  /** Something else may be shown or hidden now. */
  look(): void;
}

/** States of a card that something may be read of. */
const READABLE: readonly CardView['state'][] = ['present', 'checking', 'ready', 'expired'];

/** `top`: the page that is seen, or null. */
export function openOnce({ card, top }: { card: CardService; top: () => WebContents | null }): Once {
  const listeners = new Set<(view: OnceView) => void>();
  let serial = 0;
  let last: { contents: WebContents; own: (url: string) => boolean; touch: Touch; offers: TypeField[] } | null = null;
  let told = 'null';

  /** The field that was touched, while what was true of it is. */
  const current = () =>
    last && !last.contents.isDestroyed() && last.contents === top() && last.own(last.contents.getURL()) ? last : null;
  const view = (): OnceView => {
    const touched = current();
    return touched && READABLE.includes(card.view().state) ? { serial, offers: touched.offers } : null;
  };
  const look = () => {
    const now = view();
    const text = JSON.stringify(now);
    if (text === told) return;
    told = text;
    for (const listener of listeners) listener(now);
  };
  card.onChange(look);

  return {
    view,
    look,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow(contents, mapping, own) {
      followTouches(contents, mapping, (touch) => {
        const offers = touch ? offersFor(touch.field, mapping).slice(0, 4) : [];
        if (touch && offers.length > 0) {
          serial++;
          last = { contents, own, touch, offers };
        } else if (last?.contents === contents) last = null;
        look();
      });
    },
    async type(wanted) {
      const asked = current();
      if (!asked || wanted.serial !== serial || !asked.offers.includes(wanted.field)) return 'gone';
      const read = await card.once.read(TYPED_FROM[wanted.field], wanted.agree);
      if (!read.ok) return read.why === 'gone' ? 'no-card' : read.why;
      // Reading took a while.
      if (current() !== asked) return 'gone';
      const text = textFor(wanted.field, read.values, asked.touch.field);
      if (text === null) return 'lacking';
      const outcome = await asked.touch.type(text);
      // On with the form.
      if (!asked.contents.isDestroyed() && asked.contents === top()) asked.contents.focus();
      return outcome;
    },
  };
}
