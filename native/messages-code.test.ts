import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_ANSWERS, HASH_NAMES, KEY_NAMES, parseReport, parseRequest, SCHEMES } from './messages.ts';

const bytes = fc.uint8Array({ maxLength: 64 });
const code = fc.option(bytes);
const common = { kind: fc.constant('code'), id: fc.integer(), insertion: fc.nat() };
const language = fc.constantFrom('fr', 'nl', 'de', 'en');
const requests = fc.oneof(
  fc.record({
    ...common,
    do: fc.constant('state'),
    key: fc.option(fc.constantFrom(...KEY_NAMES)),
    change: fc.boolean(),
    today: fc.constant('2026-11-21'),
  }),
  fc.record({ ...common, do: fc.constant('verify'), language, code }),
  fc.record({ ...common, do: fc.constant('change'), language, code, next: code }),
  fc.record({
    ...{ ...common, do: fc.constant('sign'), language, code, digest: bytes },
    ...{ key: fc.constantFrom(...KEY_NAMES), hash: fc.constantFrom(...HASH_NAMES), scheme: fc.constantFrom(...SCHEMES) },
  }),
);
const reports = fc.record({
  kind: fc.constant('code'),
  id: fc.integer(),
  outcome: fc.constantFrom(...CODE_ANSWERS),
  triesLeft: fc.option(fc.nat()),
  sent: fc.boolean(),
  keypad: fc.boolean(),
  publicKey: code,
  signature: code,
});

test('what is asked of a code, and what is answered, come through as they were sent', () => {
  const through = (parse: (message: unknown) => unknown) => (message: object) => {
    expect(parse(structuredClone(message))).toEqual(message);
  };
  fc.assert(fc.property(requests, through(parseRequest)));
  fc.assert(fc.property(reports, through(parseReport)));
  through(parseRequest)({ kind: 'cancel' });
});

test('the code that is overwritten is the one that came in, not a copy of it', () => {
  const sent = { kind: 'code', id: 1, insertion: 1, do: 'verify', language: 'fr', code: Uint8Array.of(1, 2, 3, 4) };
  const request = parseRequest(sent);
  expect(request?.kind === 'code' && request.do === 'verify' && request.code).toBe(sent.code);
});

const verify = { kind: 'code', id: 1, insertion: 1, do: 'verify', language: 'fr', code: new Uint8Array(4) };
const sign = { ...verify, do: 'sign', key: 'signature', hash: 'sha256', scheme: 'pkcs1', digest: new Uint8Array(32) };
test.each([
  ['a code that is text', { ...verify, code: '1234' }],
  ['no insertion', { ...verify, insertion: undefined }],
  ['no language', { ...verify, language: undefined }],
  ['something unheard of', { ...verify, do: 'unblock' }],
  ['half a change', { ...verify, do: 'change' }],
  ['an unknown key', { ...sign, key: 'basic' }],
  ['an unknown hash', { ...sign, hash: 'md5' }],
  ['an unknown scheme', { ...sign, scheme: 'raw' }],
  ['a digest that is text', { ...sign, digest: 'abc' }],
  ['a day that is none', { kind: 'code', id: 1, insertion: 1, do: 'state', key: null, change: false, today: 'today' }],
])('%s is no request', (_what, message) => {
  expect(parseRequest(verify)).not.toBeNull();
  expect(parseRequest(sign)).not.toBeNull();
  expect(parseRequest(message)).toBeNull();
});
