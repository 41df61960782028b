import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { APPLET_FACTS, type Applet } from './applets.ts';

export interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** The keys in a card, by their number in MSE SET. */
export interface CardKeys {
  /** 82: log-in. */
  readonly authentication: Pair;
  /** 83: signature with legal value. */
  readonly signature: Pair;
  /** 81: the chip's own, against copies; applet 1.8 only. */
  readonly basic: Pair | null;
}

/** Fresh keys of the kind that the applet has. About 0.2 s for RSA 2048, 2 ms for P-384. */
export function makeKeys(applet: Applet): CardKeys {
  const kind = APPLET_FACTS[applet].keys;
  const pair = () =>
    kind === 'p384'
      ? generateKeyPairSync('ec', { namedCurve: 'P-384' })
      : generateKeyPairSync('rsa', { modulusLength: kind === 'rsa1024' ? 1024 : 2048 });
  return { authentication: pair(), signature: pair(), basic: kind === 'p384' ? pair() : null };
}
