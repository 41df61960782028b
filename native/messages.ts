import type { Part } from './eid/contents.ts';
import type { Verdicts } from './eid/verify.ts';
import { type FieldName, isFieldName } from './fields.ts';

/** What the card process is asked. It does nothing before `start`. */
export type Request =
  /** `leavePresent`: a card that is there already made the process hang; it is not touched until it is taken out. */
  | { kind: 'start'; leavePresent: boolean }
  /** Read the card, verify, and give the agreed fields. `verdicts` adds each verdict (it tells of expiry too). `today`: ISO date. */
  | { kind: 'read'; id: number; fields: FieldName[]; parts: Part[]; verdicts: boolean; today: string }
  /** Whatever is being read is not wanted any more. */
  | { kind: 'forget' };

export const SLOT_STATES = ['no-service', 'no-reader', 'no-card', 'not-eid', 'unreadable', 'present'] as const;
/** What is in the readers, as far as ATR and SELECT tell. */
export type SlotState = (typeof SLOT_STATES)[number];

const READ_OUTCOMES = ['genuine', 'not-genuine', 'unreadable', 'removed'] as const;
export interface Figures {
  /** Milliseconds since the read began, when the identity file was there, and at the end with everything verified. */
  readonly identityMs: number | null;
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
  readonly verdicts: Verdicts | null;
  readonly photo: { readonly width: number; readonly height: number; readonly bytes: number } | null;
  readonly figures: Figures;
}

/** What the card process tells. */
export type Report =
  /** Waits for an answer that may never come, at most `limit` ms; 0: does not wait any more. */
  | { kind: 'pulse'; limit: number }
  /** `insertion` tells one card in the slot from the next. */
  | { kind: 'state'; state: SlotState; insertion: number }
  | ReadResult;

/** A request as it came in, or null if it is none. */
export function parseRequest(message: unknown): Request | null {
  if (!isRecord(message)) return null;
  const { kind, id, fields, parts, verdicts, today, leavePresent } = message;
  if (kind === 'forget') return { kind };
  if (kind === 'start' && typeof leavePresent === 'boolean') return { kind, leavePresent };
  if (kind !== 'read' || typeof id !== 'number' || typeof verdicts !== 'boolean') return null;
  if (typeof today !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(today)) return null;
  if (!Array.isArray(fields) || !fields.every(isFieldName) || !Array.isArray(parts) || !parts.every(isPart)) return null;
  return { kind, id, fields, parts, verdicts, today };
}

/** A report as it came in, or null if it is none. Both ends are ours and start together; this keeps a broken one out. */
export function parseReport(message: unknown): Report | null {
  if (!isRecord(message)) return null;
  const { kind, limit, state, insertion, id, outcome, fields, expired, verdicts, photo, figures } = message;
  if (kind === 'pulse') return typeof limit === 'number' ? { kind, limit } : null;
  if (kind === 'state') {
    const known = SLOT_STATES.find((name) => name === state);
    return known && typeof insertion === 'number' ? { kind, state: known, insertion } : null;
  }
  const known = READ_OUTCOMES.find((name) => name === outcome);
  if (kind !== 'result' || !known || typeof id !== 'number' || typeof expired !== 'boolean') return null;
  if (!isRecord(fields) || !Object.entries(fields).every(([name, value]) => isFieldName(name) && typeof value === 'string'))
    return null;
  if (!isRecord(figures) || (verdicts !== null && !isRecord(verdicts)) || (photo !== null && !isRecord(photo))) return null;
  // Names, values and shapes are checked above; what is left inside are figures and verdicts, shown as they are.
  return message as unknown as ReadResult;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPart(value: unknown): value is Part {
  return value === 'address' || value === 'photo';
}
