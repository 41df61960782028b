import { accept } from '../../core/journal/accept.ts';
import type { Payload } from '../../core/journal/record.ts';
import { done, type Result } from '../../core/mishap.ts';
import type { NewEntry } from './append.ts';
import { entryId } from './chain.ts';

/** Makes an entry of a payload, or says why it may not be written. */
export type Writer = (payload: Payload, about?: string | null, receipt?: string | null) => Result<NewEntry>;

/** The only way from a payload to the chain: it is parsed and guarded here. `random` gives so many bytes. */
export function writer(random: (bytes: number) => Uint8Array): Writer {
  return (payload, about = null, receipt = null) => {
    const accepted = accept(payload);
    if (!accepted.ok) return accepted;
    const text = JSON.stringify(accepted.value);
    return done({ id: entryId(random(16)), kind: payload.kind, about, salt: random(16), payload: text, receipt });
  };
}
