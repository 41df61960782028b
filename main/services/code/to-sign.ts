import type { SignPurpose } from '../../core/card/code.ts';
import type { HashName, KeyName, Scheme } from '../card/index.ts';

/** Something to be signed by the card, for a purpose that the citizen reads first. The card process gives only what is the key's signature of it. */
export interface ToSign {
  purpose: SignPurpose;
  key: KeyName;
  hash: HashName;
  scheme: Scheme;
  digest: Uint8Array;
}
