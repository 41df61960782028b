import { z } from 'zod';
import { Language } from '../language.ts';

/** What a citizen may do with the card's code (PIN). `try-login` also signs a test with the log-in key: nothing that binds anybody. */
export const CodeTask = z.enum(['try', 'change', 'try-login']);
export type CodeTask = z.infer<typeof CodeTask>;

/** What a signature is for: what the consent screen says before the code is asked. */
export const SignPurpose = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('try-login') }),
  z.strictObject({ kind: z.literal('login'), host: z.string().max(253) }),
  /** A signature with legal value, as by hand. */
  z.strictObject({ kind: z.literal('document'), title: z.string().max(120) }),
]);
export type SignPurpose = z.infer<typeof SignPurpose>;

/**
 * How it ended: `stopped` two wrong codes, so nothing more is tried · `blocked` no try is left · `no-key` the card cannot do this
 * (a child's card has no log-in key) · `not-valid` the key's certificate is past its last day, or before its first · `not-genuine` no
 * Belgian root stands behind it · `no-module` the program that logs in with such a card is not installed here · `refused` the card would not, whatever the code · `timeout` nobody typed on the reader's keypad.
 */
export const CODE_OUTCOMES = [
  'done',
  'cancelled',
  'stopped',
  'blocked',
  'removed',
  'unreadable',
  'no-key',
  'not-valid',
  'not-genuine',
  'no-module',
  'refused',
  'timeout',
] as const;
export const CodeOutcome = z.enum(CODE_OUTCOMES);
export type CodeOutcome = z.infer<typeof CodeOutcome>;

/** `help`: the citizen asked how to get a new code. */
export const CodeEnd = z.strictObject({ outcome: CodeOutcome, help: z.boolean() });
export type CodeEnd = z.infer<typeof CodeEnd>;

export const PIN_KEYS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'erase'] as const;
export const PinKey = z.enum(PIN_KEYS);
export type PinKey = z.infer<typeof PinKey>;

/** Digits of a code (public reference manual of applet 1.8, VERIFY). */
export const PIN_SHORTEST = 4;
export const PIN_LONGEST = 12;

/** `current`: the card's code. `new`, `again`: when it is changed. */
export const PinField = z.enum(['current', 'new', 'again']);
export type PinField = z.infer<typeof PinField>;
/** Why the code is asked again. */
export const PinProblem = z.enum(['wrong', 'differs', 'same']);
export type PinProblem = z.infer<typeof PinProblem>;

const doing = { language: Language, does: z.union([CodeTask, z.enum(['sign', 'login'])]) };
/** Tries the card still allows; null where it does not tell (before applet 1.8, until a code was wrong). */
const triesLeft = z.int().min(0).max(15).nullable();

/** What the PIN window shows. Never a digit of a code: only how many there are. */
export const PinView = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('closed') }),
  /** `stops`: no code is with the card, so one may go back. */
  z.strictObject({ phase: z.literal('busy'), ...doing, stops: z.boolean() }),
  /** Before a signature: what is signed. */
  z.strictObject({ phase: z.literal('consent'), ...doing, purpose: SignPurpose }),
  /** One try is left: asked before the code, and `sure` once more after it. */
  z.strictObject({ phase: z.literal('warning'), ...doing }),
  z.strictObject({ phase: z.literal('sure'), ...doing }),
  z.strictObject({
    phase: z.literal('entry'),
    ...doing,
    field: PinField,
    digits: z.int().min(0).max(PIN_LONGEST),
    /** Enough digits to go on. */
    enough: z.boolean(),
    problem: PinProblem.nullable(),
    triesLeft,
    /** The ten digits in the order of the pad: fixed, or shuffled by setting. */
    pad: z.array(z.int().min(0).max(9)).length(10),
  }),
  /** The code is typed on the reader's own keys. `problem`: why again. */
  z.strictObject({ phase: z.literal('keypad'), ...doing, problem: PinProblem.optional(), triesLeft }),
  z.strictObject({ phase: z.literal('end'), ...doing, outcome: CodeOutcome }),
]);
export type PinView = z.infer<typeof PinView>;

/** Which question the window showed when it was answered: an answer to another one (a second touch) is not heard. */
export const PinQuestion = z.strictObject({
  phase: z.enum(['closed', 'busy', 'consent', 'warning', 'sure', 'entry', 'keypad', 'end']),
  field: PinField.optional(),
});
export type PinQuestion = z.infer<typeof PinQuestion>;
export function questionOf(view: PinView): PinQuestion {
  const { phase } = view;
  return phase === 'entry' ? { phase, field: view.field } : { phase };
}
