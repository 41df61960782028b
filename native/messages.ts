import type { Warrant } from '../main/core/procedure/warrant.ts';
import type { Part } from './eid/contents.ts';
import { KEY_NAMES, type KeyName } from './eid/key-names.ts';
import { type FieldName, isFieldName } from './fields.ts';
import { type InquiryReport, type InquiryRequest, isInquiryReport, isInquiryRequest } from './inquiry-messages.ts';
import type { Inspection } from './inspection.ts';
import type { Wait } from './pcsc/pcsc.ts';
import { isDay, isOneOf, isRecord } from './shape.ts';
import { isWarrant, type Warranted } from './warrant.ts';

/** What the card process is asked. It does nothing before `start`. */
export type Request =
  /**
   * `leavePresent`: a card that is there already made the process hang; it is not touched until it is taken out.
   * `only`: the reader of this seat (its name, or how it begins); null: any but `never`, the readers of other seats.
   */
  | { kind: 'start'; leavePresent: boolean; only: string | null; never: string[] }
  /**
   * Read the card, verify, and give the agreed fields. `verdicts`: inspect it, and tell everything believed of it with each verdict
   * apart; for the IT person, never for a visit. `nationalNumber`: with that too; heard in test builds only. `today`: ISO date.
   * `warrant`: of the procedure at hand; opens the number or the photo when a pinned publisher signed it.
   */
  | {
      kind: 'read';
      id: number;
      fields: FieldName[];
      parts: Part[];
      verdicts: boolean;
      today: string;
      nationalNumber?: boolean;
      warrant?: Warrant | null;
    }
  | CodeRequest
  | InquiryRequest
  /** The dialogue about a code is over: nothing more is done with a code that was sent before. Reads go on. */
  | { kind: 'cancel' }
  /** Whatever is being read is not wanted any more, and nothing done with a code. */
  | { kind: 'forget' };

export { KEY_NAMES, type KeyName };
export const HASH_NAMES = ['sha1', 'sha256', 'sha384', 'sha512'] as const;
export type HashName = (typeof HASH_NAMES)[number];
/** `pkcs1` and `pss` with RSA keys (RFC 8017), `ecdsa` with elliptic ones: the two numbers one behind the other (IEEE P1363). */
export const SCHEMES = ['pkcs1', 'pss', 'ecdsa'] as const;
export type Scheme = (typeof SCHEMES)[number];

/**
 * Something for which the card may ask its code. `state` comes first and spends no try: all that follows is for the chip it saw.
 * `today` (ISO date) is for the dates of the key's certificate; `change`: whether the code is to be changed.
 * Codes are ASCII digits; null: typed on the reader's keypad, whose display speaks `language`. Whoever sends a code overwrites it
 * afterwards, here and there.
 */
export type CodeRequest = { kind: 'code'; id: number; insertion: number } & (
  | { do: 'state'; key: KeyName | null; change: boolean; today: string }
  /** Takes from the card, by its power, all rights it gave to anybody. Needs no `state`, and cannot be called off. */
  | { do: 'reset' }
  | { do: 'verify'; language: string; code: Uint8Array | null }
  | { do: 'change'; language: string; code: Uint8Array | null; next: Uint8Array | null }
  | {
      do: 'sign';
      language: string;
      code: Uint8Array | null;
      key: KeyName;
      hash: HashName;
      scheme: Scheme;
      digest: Uint8Array;
    }
);

/**
 * `wrong`: one try was spent. `mistyped`: the reader's keypad saw that the two new codes differ, or a code of a wrong length; the card
 * was not asked. `refused`: by the card, not for the code. `gone`: that card is not there (any more). `not-valid`: the key's
 * certificate is past its last day, or before its first. `not-genuine`: no believed root stands behind it.
 */
export const CODE_ANSWERS = [
  'done',
  'wrong',
  'blocked',
  'cancelled',
  'timeout',
  'mistyped',
  'gone',
  'no-key',
  'not-valid',
  'not-genuine',
  'refused',
  'unreadable',
] as const;
export interface CodeReport {
  readonly kind: 'code';
  readonly id: number;
  readonly outcome: (typeof CODE_ANSWERS)[number];
  /** Null where the card does not tell. */
  readonly triesLeft: number | null;
  /** A code went to the card, or to the reader's keys: it may have been asked of the card, whatever the outcome. */
  readonly sent: boolean;
  /** The reader has keys of its own for this (PC/SC part 10): some can ask for a code and not change it. */
  readonly keypad: boolean;
  /** The asked key's public half, taken from its certificate without the person: SPKI in DER. */
  readonly publicKey: Uint8Array | null;
  readonly signature: Uint8Array | null;
  /** With `state`: other readers, of any seat, in which there is a card. Absent: there is none. */
  readonly others?: readonly string[];
}

export const SLOT_STATES = [
  'no-service',
  'no-reader',
  'no-card',
  'not-eid',
  'bank-card',
  'busy',
  'unreadable',
  'present',
] as const;
/** What is in the readers, as far as ATR and SELECT tell. */
export type SlotState = (typeof SLOT_STATES)[number];

const READ_OUTCOMES = ['genuine', 'not-genuine', 'not-active', 'unreadable', 'removed'] as const;
export interface Figures {
  /** Milliseconds since the read began: when the identity file and the address file were there, */
  readonly identityMs: number | null;
  readonly addressMs: number | null;
  /** when all but the photo was judged, and at the end. Null: it did not come to that. */
  readonly verifiedMs: number | null;
  readonly totalMs: number;
  /** Commands sent to the card. */
  readonly commands: number;
}
export interface ReadResult {
  readonly kind: 'result';
  readonly id: number;
  readonly outcome: (typeof READ_OUTCOMES)[number];
  readonly fields: Partial<Record<FieldName, string>>;
  /** Past its last day; false unless `validity` was agreed. */
  readonly expired: boolean;
  readonly photo: { readonly width: number; readonly height: number; readonly bytes: number } | null;
  readonly figures: Figures;
  /** Only when it was asked for. */
  readonly inspection: Inspection | null;
  /** Only on a good warrant, and only to the card service. */
  readonly warranted?: Warranted | null;
}

/** What the card process tells. */
export type Report =
  /** Waits for what may never come, at most `limit` ms; 0: does not wait any more. */
  | { kind: 'pulse'; limit: number; wait: Wait }
  /**
   * `insertion` tells one card in the slot from the next. `technical`: reader, ATR and code in one line, for the IT person; nothing
   * read from a card. `reader`: that of the card, or else the first; `atr`: upper-case hex. Null: there is none, or it did not say.
   */
  | { kind: 'state'; state: SlotState; insertion: number; technical: string; reader: string | null; atr: string | null }
  | CodeReport
  | InquiryReport
  | ReadResult;

/** A request as it came in, or null if it is none. */
export function parseRequest(message: unknown): Request | null {
  if (!isRecord(message)) return null;
  const { kind, id, fields, parts, verdicts, today, leavePresent, only, never, nationalNumber, warrant = null } = message;
  if (kind === 'forget' || kind === 'cancel') return { kind };
  if (kind === 'code') return isCodeRequest(message) ? message : null;
  if (kind === 'inquiry') return isInquiryRequest(message) ? message : null;
  if (kind === 'start' && typeof leavePresent === 'boolean') {
    if ((only !== null && typeof only !== 'string') || !Array.isArray(never)) return null;
    return never.every((name) => typeof name === 'string') ? { kind, leavePresent, only, never } : null;
  }
  if (kind !== 'read' || typeof id !== 'number' || typeof verdicts !== 'boolean') return null;
  if (!isDay(today)) return null;
  if (!Array.isArray(fields) || !fields.every(isFieldName) || !Array.isArray(parts) || !parts.every(isPart)) return null;
  if (warrant !== null && !isWarrant(warrant)) return null;
  const asked = { kind, id, fields, parts, verdicts, today, ...(warrant && { warrant }) } as const;
  return __TEST_BUILD__ && nationalNumber === true ? { ...asked, nationalNumber } : asked;
}

/** A report as it came in, or null if it is none. Both ends are ours and start together; this keeps a broken one out. */
export function parseReport(message: unknown): Report | null {
  if (!isRecord(message)) return null;
  const { kind, limit, state, insertion, id, outcome, fields, expired, inspection, photo, figures, technical } = message;
  const { reader, atr, wait, warranted = null } = message;
  if (kind === 'pulse') return typeof limit === 'number' && (wait === 'answer' || wait === 'turn') ? { kind, limit, wait } : null;
  if (kind === 'code') return isCodeReport(message) ? message : null;
  if (kind === 'inquiry') return isInquiryReport(message) ? message : null;
  if (kind === 'state') {
    const known = SLOT_STATES.find((name) => name === state);
    return known && typeof insertion === 'number' && typeof technical === 'string' && isTextOrNull(reader) && isTextOrNull(atr)
      ? { kind, state: known, insertion, technical, reader, atr }
      : null;
  }
  const known = READ_OUTCOMES.find((name) => name === outcome);
  if (kind !== 'result' || !known || typeof id !== 'number' || typeof expired !== 'boolean') return null;
  if (!isRecord(fields) || !Object.entries(fields).every(([name, value]) => isFieldName(name) && typeof value === 'string'))
    return null;
  if (!isRecord(figures) || (inspection !== null && !isRecord(inspection)) || (photo !== null && !isRecord(photo))) return null;
  if (warranted !== null && !isRecord(warranted)) return null;
  // Names, values and shapes are checked above; what is left inside are figures and an inspection, shown as they are.
  return message as unknown as ReadResult;
}

function isCodeRequest(message: Record<string, unknown>): message is Record<string, unknown> & CodeRequest {
  const { id, insertion, today, language, code, next, key, hash, scheme, digest, change } = message;
  if (typeof id !== 'number' || typeof insertion !== 'number') return false;
  if (message.do === 'state') return (key === null || isOneOf(KEY_NAMES, key)) && typeof change === 'boolean' && isDay(today);
  if (message.do === 'reset') return true;
  if (typeof language !== 'string' || !isBytesOrNull(code)) return false;
  if (message.do === 'change') return isBytesOrNull(next);
  if (message.do === 'sign')
    return isOneOf(KEY_NAMES, key) && isOneOf(HASH_NAMES, hash) && isOneOf(SCHEMES, scheme) && digest instanceof Uint8Array;
  return message.do === 'verify';
}

function isCodeReport(message: Record<string, unknown>): message is Record<string, unknown> & CodeReport {
  const { id, outcome, triesLeft, sent, keypad, publicKey, signature, others = [] } = message;
  return (
    typeof id === 'number' &&
    isOneOf(CODE_ANSWERS, outcome) &&
    (triesLeft === null || typeof triesLeft === 'number') &&
    typeof sent === 'boolean' &&
    typeof keypad === 'boolean' &&
    isBytesOrNull(publicKey) &&
    isBytesOrNull(signature) &&
    Array.isArray(others) &&
    others.every((name) => typeof name === 'string')
  );
}

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
const isBytesOrNull = (value: unknown): value is Uint8Array | null => value === null || value instanceof Uint8Array;

function isPart(value: unknown): value is Part {
  return value === 'address' || value === 'photo';
}
