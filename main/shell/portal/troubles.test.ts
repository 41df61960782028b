import { expect, test } from 'vitest';
import { troubleOf, troubleOfStatus } from './troubles.ts';

test.each([
  ['a load that another one took the place of is no trouble', -3, true, null],
  ['no network: offline', -106, true, 'offline'],
  ['a name that is not found while a network is up: there is no such site', -105, true, 'not-found'],
  ['a name that is not found while none is up: offline', -105, false, 'offline'],
  ['nobody listens', -102, true, 'down'],
  ['the line was cut', -101, true, 'down'],
  ['nobody answers in time', -118, true, 'down'],
  ['a certificate of another name', -200, true, 'certificate'],
  ['an expired certificate', -201, true, 'certificate'],
  ['a certificate that nobody trusts, also without a network', -202, false, 'certificate'],
  ['what we cancelled ourselves', -20, true, 'blocked'],
  ['a certificate of the card that the site did not take', -117, true, 'login-refused'],
  ['no way of signing in common', -177, true, 'login-no-common'],
  ['an error that nobody thought of', -999, true, 'down'],
] as const)('%s', (_name, code, network, trouble) => {
  expect(troubleOf(code, network)).toBe(trouble);
});

test('a server that says it is out of order is down; a page that is not there is the site’s own matter', () => {
  expect([500, 502, 503, 599].map(troubleOfStatus)).toEqual(['down', 'down', 'down', 'down']);
  expect([200, 204, 302, 401, 404].map(troubleOfStatus)).toEqual([null, null, null, null, null]);
});
