import type { WarrantField } from '../main/core/procedure/warrant.ts';
import { pick } from './fields.ts';
import { type Inspection, inspectBelieved, NO_VERDICT, verdictFacts } from './inspection.ts';
import type { ReadResult, Request } from './messages.ts';
import type { Reading, ReadOutcome } from './read-card.ts';
import { pickWarranted } from './warrant.ts';

export type ReadRequest = Extract<Request, { kind: 'read' }>;

/**
 * What leaves the process after a read: agreed fields of a genuine card, and no reasons. `gone`: the card is not there any more.
 * `opened`: what a warrant opens beyond them.
 */
export function toResult(
  request: ReadRequest,
  { done, applet, figures }: Reading,
  gone: boolean,
  opened: readonly WarrantField[] = [],
): ReadResult {
  const examined = done.ok && !gone ? done.value : null;
  const person = examined?.person ?? null;
  return {
    kind: 'result',
    id: request.id,
    outcome: gone ? 'removed' : outcomeOf(done),
    fields: person ? pick(person, request.fields) : {},
    expired: person !== null && request.fields.includes('validity') && examined?.verdicts.card === 'expired',
    photo: request.parts.includes('photo') ? (person?.photo ?? null) : null,
    figures,
    warranted: person && request.warrant ? pickWarranted(person, request.warrant.procedure, opened) : null,
    inspection: request.verdicts && !gone ? inspectionOf(request, done, applet) : null,
  };
}

function outcomeOf(done: ReadOutcome): ReadResult['outcome'] {
  if (!done.ok) return done.code === 'not-active' ? 'not-active' : 'unreadable';
  return done.value.person ? 'genuine' : 'not-genuine';
}

function inspectionOf(request: ReadRequest, done: ReadOutcome, applet: string | null): Inspection {
  const nothing = { identity: null, address: null, photo: null };
  if (!done.ok) return { applet, ...nothing, verdict: NO_VERDICT, fault: done.code };
  const { believed, verdicts } = done.value;
  const facts = believed ? inspectBelieved(believed, request.nationalNumber === true) : nothing;
  return { applet, ...facts, verdict: verdictFacts(verdicts), fault: null };
}
