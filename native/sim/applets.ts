import type { SignatureName } from './certificate.ts';

/** Generations of cards. `re-keyed`: applet 1.7 with RSA card keys whose data the register signs with an elliptic key. */
export const APPLETS = ['1.0', '1.1', '1.7', 're-keyed', '1.8'] as const;
export type Applet = (typeof APPLETS)[number];

export interface AppletFacts {
  readonly atr: string;
  /** Byte 21 of GET CARD DATA. */
  readonly version: number;
  /** Global OS version, PKCS#1 support: bytes 23 and 25 of GET CARD DATA. */
  readonly system: number;
  readonly pkcs1: number;
  /** How the register and the authorities above the card's own certificates sign. */
  readonly signature: SignatureName;
  readonly photoHash: 'sha1' | 'sha256' | 'sha384';
  readonly photoSize: readonly [width: number, height: number];
  readonly keys: 'rsa1024' | 'rsa2048' | 'p384';
  /** Structure version in tag 00 of the identity file. */
  readonly structure: number;
  /** Zero bytes behind a certificate, and in the place of one that is not there. */
  readonly trail: number;
  readonly noCertificate: number;
}

const OLD = { system: 2, pkcs1: 0x21, photoSize: [140, 200], trail: 50, noCertificate: 1300 } as const;

/** Card contents v4.01 and v5.4, sections 2.3 and 4; addendum to the applet 1.7 content for re-keyed cards. The version byte of 1.0 is a guess. */
export const APPLET_FACTS: Readonly<Record<Applet, AppletFacts>> = {
  '1.0': {
    ...OLD,
    ...{ atr: '3b9894400aa503010101ad1310', version: 0x10, system: 1, structure: 1 },
    ...{ signature: 'rsa-sha1', photoHash: 'sha1', keys: 'rsa1024' },
  },
  '1.1': {
    ...OLD,
    ...{ atr: '3b9813400aa503010101ad1311', version: 0x11, structure: 2 },
    ...{ signature: 'rsa-sha1', photoHash: 'sha1', keys: 'rsa1024' },
  },
  '1.7': {
    ...OLD,
    ...{ atr: '3b9813400aa503010101ad1311', version: 0x17, structure: 3 },
    ...{ signature: 'rsa-sha256', photoHash: 'sha256', keys: 'rsa2048' },
  },
  're-keyed': {
    ...OLD,
    ...{ atr: '3b9813400aa503010101ad1311', version: 0x17, structure: 3 },
    ...{ signature: 'ecdsa-sha384', photoHash: 'sha1', keys: 'rsa2048' },
  },
  '1.8': {
    atr: '3b7f96000080318065b085040120120fff829000',
    version: 0x18,
    system: 1,
    pkcs1: 0x00,
    signature: 'ecdsa-sha384',
    photoHash: 'sha384',
    photoSize: [150, 195],
    keys: 'p384',
    structure: 4,
    trail: 1100,
    noCertificate: 2500,
  },
};
