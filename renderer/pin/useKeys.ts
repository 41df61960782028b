import { useLayoutEffect } from 'react';
import { PinKey, type PinView, questionOf } from '../../main/core/card/code.ts';
import { ask } from '../bridge/index.ts';

/**
 * The digit of a key, by its place: on a Belgian keyboard the digits of the top row want Shift, which nobody thinks of while typing
 * a code. Null for every other key.
 */
export function digitOf({ code, key }: Pick<KeyboardEvent, 'code' | 'key'>): PinKey | null {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1] ?? key;
  const parsed = PinKey.safeParse(digit);
  return parsed.success && parsed.data !== 'erase' ? parsed.data : null;
}

/** A keyboard beside the screen: digits, Backspace and Enter while a code is typed, Escape always. A key goes out at once; nothing is kept. */
export function useKeys(view: PinView): void {
  // With what is drawn, not a moment later: a key answers the question that is seen.
  useLayoutEffect(() => {
    const typing = view.phase === 'entry';
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const digit = typing ? digitOf(event) : null;
      // A key held down is one digit: nobody means twelve.
      if (digit !== null) {
        if (!event.repeat) void ask('pin.press', { key: digit });
      } else if (typing && (event.key === 'Backspace' || event.key === 'Delete')) void ask('pin.press', { key: 'erase' });
      else if (event.key === 'Escape') {
        if (!event.repeat) void ask('pin.back', questionOf(view));
      } else if (typing && event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
        // Whether there are enough digits, main knows first: the last one may still be on its way here.
        if (!event.repeat) void ask('pin.go', questionOf(view));
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [view]);
}
