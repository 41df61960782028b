import type { WebContents } from 'electron';
import { z } from 'zod';
import type { PortalView } from '../../core/portal/view.ts';

type Says = NonNullable<(PortalView & { phase: 'open' })['says']>;

/** What Electron tells of a question of a page. */
const Asked = z.object({ dialogType: z.enum(['alert', 'confirm', 'prompt']), messageText: z.string() });
/** A page that says this much within so many ms is not listened to. */
const MOST = 5;
const WITHIN = 20_000;

/** What a page says or asks by `alert()` and `confirm()`: on a screen of ours, where everybody can read it; never the system's box. */
export interface Dialogs {
  /** Set before the page loads anything. */
  guard(contents: WebContents): void;
  says(): Says | null;
  /** The citizen has read it, or said yes or no. */
  answer(yes: boolean): void;
}

export function makeDialogs(changed: () => void): Dialogs {
  let open: { says: Says; answer(yes: boolean): void } | null = null;
  let serial = 0;
  let times: number[] = [];
  const close = () => {
    open = null;
    changed();
  };
  const ask = (asked: z.infer<typeof Asked>, answer: (yes: boolean, text: string) => void) => {
    const now = performance.now();
    times = [...times.filter((time) => now - time < WITHIN), now];
    // A question that is answered in writing is one of long ago: Electron has none either.
    if (asked.dialogType === 'prompt' || times.length > MOST) return answer(false, '');
    open?.answer(false);
    const kind = asked.dialogType === 'alert' ? 'tell' : 'ask';
    open = { says: { kind, text: asked.messageText.slice(0, 600), serial: ++serial }, answer: (yes) => answer(yes, '') };
    changed();
  };
  return {
    guard(contents) {
      // Electron's own names, not in its types: it would open a box of the system, with English words.
      const events = contents as unknown as NodeJS.EventEmitter;
      events.removeAllListeners('-run-dialog');
      events.on('-run-dialog', (told: unknown, answer: (yes: boolean, text: string) => void) => {
        const asked = Asked.safeParse(told);
        if (asked.success) ask(asked.data, answer);
        else answer(false, '');
      });
      // The page went on, or somebody else answered.
      events.on('-cancel-dialogs', close);
      contents.on('destroyed', close);
    },
    says: () => open?.says ?? null,
    answer(yes) {
      const mine = open;
      close();
      mine?.answer(yes);
    },
  };
}
