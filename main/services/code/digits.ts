import { PIN_LONGEST } from '../../core/card/code.ts';

/** Digits being typed, in one buffer that is overwritten; no string is ever made of them. */
export interface Digits {
  readonly count: number;
  press(digit: number): void;
  erase(): void;
  /** A copy, ASCII, for the card; the caller overwrites it. */
  copy(): Uint8Array;
  same(other: Digits): boolean;
  clear(): void;
}

export function openDigits(): Digits {
  const bytes = Buffer.alloc(PIN_LONGEST);
  let count = 0;
  return {
    get count() {
      return count;
    },
    press(digit) {
      if (count < PIN_LONGEST) bytes[count++] = 0x30 + digit;
    },
    erase() {
      if (count > 0) bytes[--count] = 0;
    },
    // Of its own memory, not of Node's shared pool.
    copy: () => new Uint8Array(bytes.subarray(0, count)),
    same(other) {
      const copy = other.copy();
      try {
        return count === copy.length && bytes.subarray(0, count).equals(copy);
      } finally {
        copy.fill(0);
      }
    },
    clear() {
      bytes.fill(0);
      count = 0;
    },
  };
}
