import { INTEGER, isSame, open, openOne, SEQUENCE, timeOf } from './asn1.ts';
import { readExtensions } from './certificate.ts';
import { isCurrent, isSignedWith, type Judgement, NOT_CHECKED, type Subject } from './revocation.ts';

/**
 * Looks for a certificate in its authority's list (RFC 5280, 5.1). Believed when the authority itself signed it, when it says until when
 * it holds and `now` is before that, and when it is the whole list: one with a critical extension (a delta, a part, somebody else's
 * certificates) is not judged. Not in the list is `good`; on hold counts as `revoked`. Linear in the list, without copies.
 */
export function judgeCrl(list: Uint8Array, { authority, authorityName, serial }: Subject, now: number): Judgement {
  const outer = openOne(list, SEQUENCE);
  const tbs = outer?.take(SEQUENCE);
  if (!outer || !tbs) return NOT_CHECKED;
  const [algorithm, signature] = [outer.take(SEQUENCE), outer.take()];
  if (!outer.done || !isSignedWith(authority.publicKey, tbs.whole, algorithm, signature)) return NOT_CHECKED;
  const body = open(tbs.body);
  body.take(INTEGER);
  body.take(SEQUENCE);
  const issuer = body.take(SEQUENCE);
  const [at, until] = [timeOf(body.take()), timeOf(body.take())];
  if (!issuer || !isSame(issuer.whole, authorityName) || at === null || until === null || !isCurrent(now, at, until))
    return NOT_CHECKED;
  const revoked = body.take(SEQUENCE);
  const extensions = readExtensions(body.take(0xa0));
  if (!body.done || !extensions || extensions.some(({ critical }) => critical)) return NOT_CHECKED;
  const found = revoked ? isListed(revoked.body, serial) : false;
  return found === null ? NOT_CHECKED : { state: found ? 'revoked' : 'good', at };
}

/** Null when the list is no list. */
function isListed(entries: Uint8Array, serial: Uint8Array): boolean | null {
  const list = open(entries);
  let found = false;
  while (!list.done) {
    const entry = list.take(SEQUENCE);
    const number = entry && open(entry.body).take(INTEGER);
    if (!number) return null;
    found ||= isSame(number.body, serial);
  }
  return found;
}
