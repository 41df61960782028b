import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS, type FieldName } from './fields.ts';
import { parseReport, parseRequest, type ReadResult, type Request } from './messages.ts';

const names = Object.keys(FIELDS) as FieldName[];
const requests: fc.Arbitrary<Request> = fc.oneof(
  fc.record({
    kind: fc.constant('start' as const),
    leavePresent: fc.boolean(),
    only: fc.option(fc.string()),
    never: fc.array(fc.string()),
  }),
  fc.constant({ kind: 'forget' as const }),
  fc.record({
    kind: fc.constant('read' as const),
    id: fc.integer(),
    fields: fc.subarray(names),
    parts: fc.subarray(['address', 'photo'] as const),
    verdicts: fc.boolean(),
    today: fc.constant('2026-11-21'),
  }),
  fc.constant({
    ...{ kind: 'read', id: 1, fields: [], parts: [], verdicts: true, today: '2026-11-21', nationalNumber: true },
  } as const),
) as fc.Arbitrary<Request>; // subarrays come out mutable, as the type wants them
const result: ReadResult = {
  kind: 'result',
  id: 1,
  outcome: 'genuine',
  fields: { 'first-name': 'Nadia' },
  expired: false,
  photo: null,
  figures: { identityMs: 3, addressMs: null, verifiedMs: 7, totalMs: 9, commands: 12 },
  inspection: null,
};

test('a request comes out as it went in, without what does not belong to it', () => {
  fc.assert(
    fc.property(requests, (request) => {
      expect(parseRequest(JSON.parse(JSON.stringify({ ...request, more: 1 })))).toEqual(request);
    }),
  );
});

test('nothing else is a request, and nothing makes it throw', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(parseRequest(message)).toBeNull();
      expect(parseReport(message)).toBeNull();
    }),
  );
});

test.each(['national-number', 'photo', 'nationalNumber', 'toString', '__proto__', 7])(
  '%s is no field that can be asked for',
  (field) => {
    const read = { kind: 'read', id: 1, parts: [], verdicts: false, today: '2026-11-21' };
    expect(parseRequest({ ...read, fields: ['name'] })).not.toBeNull();
    expect(parseRequest({ ...read, fields: [field] })).toBeNull();
  },
);

test.each([
  ['an unknown outcome', { outcome: 'fine' }],
  ['a field that may not leave', { fields: { nationalNumber: '1' } }],
  ['a value that is no text', { fields: { name: 1 } }],
  ['no figures', { figures: null }],
  ['an odd id', { id: '1' }],
])('a result with %s is no result', (_what, change) => {
  expect(parseReport(result)).toEqual(result);
  expect(parseReport({ ...result, ...change })).toBeNull();
});

test('states and pulses are told apart from noise', () => {
  const state = { kind: 'state', state: 'present', insertion: 2, technical: 'reader="A"', reader: 'A', atr: null };
  expect(parseReport({ ...state, more: 1 })).toEqual(state);
  expect(parseReport({ ...state, state: 'ready' })).toBeNull();
  expect(parseReport({ ...state, technical: undefined })).toBeNull();
  const pulse = { kind: 'pulse', limit: 3000, wait: 'turn' };
  expect(parseReport(pulse)).toEqual(pulse);
  expect(parseReport({ kind: 'pulse', limit: 3000 })).toBeNull();
  expect(parseReport({ ...pulse, limit: null })).toBeNull();
});
