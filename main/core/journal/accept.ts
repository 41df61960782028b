import { guard } from '../guard/guard.ts';
import { done, mishap, type Result } from '../mishap.ts';
import { Draft } from './draft.ts';
import { Payload } from './record.ts';

/**
 * The one door into the journal: every payload passes here before it is written, and nowhere else. `bad-request` when its shape is
 * wrong, `guarded` when the guard finds a person in one of its texts.
 */
export function accept(payload: unknown): Result<Payload> {
  const parsed = Payload.safeParse(payload);
  if (!parsed.success) return mishap('bad-request');
  const { data } = parsed;
  const texts = data.kind === 'help' ? textsOf(data) : data.kind === 'correction' ? textsOf(data.help) : [];
  return refused(texts) ? mishap('guarded') : done(data);
}

/** The same for a draft: what may not be in the journal may not lie beside it either. */
export function acceptDraft(draft: unknown): Result<Draft> {
  const parsed = Draft.safeParse(draft);
  if (!parsed.success) return mishap('bad-request');
  return refused(textsOf(parsed.data)) ? mishap('guarded') : done(parsed.data);
}

/** The words somebody typed. */
const textsOf = ({ note = '', tags = [], workshop }: Draft): string[] => [note, ...tags, workshop?.title ?? ''];
const refused = (texts: readonly string[]) => texts.some((text) => guard(text).length > 0);
