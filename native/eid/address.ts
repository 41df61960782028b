import { bad, good, type Outcome } from '../outcome.ts';
import { readText } from './identity.ts';
import { readTlv } from './tlv.ts';

export interface Address {
  readonly street: string;
  readonly postcode: string;
  readonly municipality: string;
}

/** Parses EF(Address): zero padded to a fixed size; null when the register knows no address. Error `malformed`. */
export function parseAddress(bytes: Uint8Array): Outcome<Address | null, 'malformed'> {
  const fields = readTlv(bytes);
  if (!fields.ok) return fields;
  const [street, postcode, municipality] = [1, 2, 3].map((tag) => readText(fields.value.get(tag)));
  if (street == null || postcode == null || municipality == null) return bad('malformed');
  return good(street || postcode || municipality ? { street, postcode, municipality } : null);
}
