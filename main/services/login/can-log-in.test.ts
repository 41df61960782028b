import { expect, test } from 'vitest';
import { canLogIn, canSign } from './can-log-in.ts';

const state = { kind: 'state', file: 'libbeidpkcs11.so.0', elliptic: true } as const;
const opensc = { kind: 'opensc', file: 'opensc-pkcs11.so', elliptic: false } as const;

test.each([
  ['1.0', opensc, 'yes'],
  ['1.7', opensc, 'yes'],
  ['1.8', opensc, 'needs-eid-mw'],
  ['1.10', opensc, 'needs-eid-mw'],
  ['2.0', opensc, 'needs-eid-mw'],
  ['1.8', state, 'yes'],
  ['1.7', null, 'no-module'],
] as const)('a card of %s with %o: %s', (applet, module, answer) => {
  expect(canLogIn(applet, module)).toBe(answer);
});

test.each([
  ['pkcs1', opensc, true],
  ['ecdsa', opensc, false],
  ['ecdsa', state, true],
  ['pkcs1', null, false],
] as const)('a key that signs by %s with %o: %s', (scheme, module, answer) => {
  expect(canSign(scheme, module)).toBe(answer);
});
