import { birthDates } from './birth-date.ts';
import { bankCards, identityCards, residenceCards } from './card-number.ts';
import { clean } from './clean.ts';
import { codes } from './code.ts';
import { digitsOf, type Run } from './digits.ts';
import { emails } from './email.ts';
import { ibans } from './iban.ts';
import { names } from './name.ts';
import { nationalNumbers } from './national-number.ts';
import { phones } from './phone.ts';
import { saidNumbers } from './said-number.ts';

type Span = Pick<Run, 'start' | 'end'>;

/** What no note may hold, in the order in which one thing is preferred to another. Words: `locales/<language>/guard.json`. */
export const FINDING_KINDS = [
  'iban',
  'national-number',
  'card-number',
  'bank-card',
  'email',
  'code',
  'phone',
  'birth-date',
  'name',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something of a person in a text: from `start` up to `end`, in UTF-16 units of the text as it was given. */
export interface Finding {
  kind: FindingKind;
  start: number;
  end: number;
}

/**
 * The never-ask guard (domain.md 5): what of a note would say who somebody is or open their accounts. In order of place, none upon another;
 * empty: the note may be kept. Never throws; takes time in proportion to the length. What it finds and what it cannot: docs/guard.md.
 */
export function guard(text: string): Finding[] {
  const read = clean(text);
  const { low, from, to } = read;
  const digits = digitsOf(read);
  const found: [FindingKind, Iterable<Span>][] = [
    ['iban', ibans(low)],
    ['national-number', nationalNumbers(low, digits)],
    ['card-number', identityCards(low, digits)],
    ['card-number', residenceCards(low)],
    ['bank-card', bankCards(low, digits)],
    ['email', emails(low)],
    ...[...saidNumbers(low, digits)].map(({ kind, ...span }): [FindingKind, Span[]] => [kind, [span]]),
    ['code', codes(read)],
    ['phone', phones(low, digits)],
    ['birth-date', birthDates(read)],
    ['name', names(read)],
  ];
  const taken = new Uint8Array(text.length);
  const findings: Finding[] = [];
  for (const [kind, spans] of found) {
    for (const span of spans) {
      const [start, end] = [from[span.start] ?? 0, to[span.end - 1] ?? text.length];
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      findings.push({ kind, start, end });
    }
  }
  return findings.sort((a, b) => a.start - b.start);
}
