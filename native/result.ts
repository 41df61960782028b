import type { Examined } from './eid/examine.ts';
import { pick } from './fields.ts';
import type { ReadResult, Request } from './messages.ts';
import type { Outcome } from './outcome.ts';

export type ReadRequest = Extract<Request, { kind: 'read' }>;

/** What leaves the process after a read: agreed fields of a genuine card, and no reasons. `done` null: the card is gone. */
export function toResult(
  request: ReadRequest,
  done: Outcome<Examined, string> | null,
  figures: ReadResult['figures'],
): ReadResult {
  const examined = done?.ok ? done.value : null;
  const person = examined?.person ?? null;
  return {
    kind: 'result',
    id: request.id,
    outcome: person ? 'genuine' : examined ? 'not-genuine' : done ? 'unreadable' : 'removed',
    fields: person ? pick(person, request.fields) : {},
    expired: person !== null && request.fields.includes('validity') && examined?.verdicts.card === 'expired',
    verdicts: request.verdicts ? (examined?.verdicts ?? null) : null,
    photo: request.parts.includes('photo') ? (person?.photo ?? null) : null,
    figures,
  };
}
