import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { anchors } from './eid/trust.ts';
import { openInquiry } from './inquiry.ts';
import type { InquiryReport, InquiryRequest } from './inquiry-messages.ts';
import { parseReport, parseRequest } from './messages.ts';
import { bad, good } from './outcome.ts';
import type { Connection, Pcsc, Reader } from './pcsc/pcsc.ts';
import { makeCard, type OpenCard } from './sim/card.ts';
import { connectDirect } from './sim/direct.ts';
import { makeFiles, PATHS } from './sim/files.ts';
import { makeKeys } from './sim/keys.ts';
import { openMint } from './sim/mint.ts';
import { PEOPLE } from './sim/people.ts';
import { openRegistry, whereToAsk } from './sim/revocation.ts';

const TODAY = '2026-11-21';
const WHERE = { ocsp: 'http://ocsp.eidpki.belgium.be/', crl: 'http://crl.eidpki.belgium.be/list' };
const mint = openMint();
const registry = openRegistry(mint.authority('1.8').citizens);
afterAll(() => registry.close());
const challenges = (card: OpenCard) => card.inside.log.filter(({ command }) => command[1] === 0x88).length;

type Faulty = (command: Uint8Array) => Awaited<ReturnType<Connection['transmit']>> | undefined;

/** A reader with that card, insertion 7. */
function counter(card: OpenCard, instead: Faulty = () => undefined) {
  const reader: Reader = { name: 'A', slot: 'card', insertion: 7 };
  const state = { readers: [reader] };
  const reports: InquiryReport[] = [];
  const pcsc: Pcsc = {
    view: () => ({ service: true, readers: state.readers }),
    onChange: () => () => undefined,
    async connect() {
      const direct = connectDirect(card);
      return good({ ...direct, transmit: async (command) => instead(command) ?? (await direct.transmit(command)) });
    },
    close: () => undefined,
  };
  const inquiry = openInquiry({
    pcsc,
    roots: anchors(mint.roots),
    use: (insertion, work) => void work(state.readers.find((one) => one.insertion === insertion) ?? null),
    tell: (report) => reports.push(report),
  });
  let last = 0;
  const ask = async (work: Record<string, unknown>, insertion = 7): Promise<InquiryReport> => {
    const id = ++last;
    inquiry.ask({ kind: 'inquiry', id, insertion, ...work } as unknown as InquiryRequest); // made of parts
    await expect.poll(() => reports.find((report) => report.id === id), { timeout: 5000, interval: 5 }).toBeDefined();
    return reports.find((report) => report.id === id) as InquiryReport; // was just found
  };
  const chip = async () => (await ask({ do: 'challenge', today: TODAY })).chip;
  return { inquiry, ask, chip, state };
}

/** Joris's card with certificates that say where to ask. */
function askable(): OpenCard {
  const authority = mint.authority('1.8');
  const keys = makeKeys('1.8');
  const files = makeFiles(PEOPLE.joris, authority, keys);
  const certificate = authority.citizens.issue({
    subject: 'serialNumber=92010290109, CN=Joris Voorbeeld (Authentication), C=BE',
    publicKey: generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey,
    usage: 'login',
    from: new Date('2024-05-14'),
    until: new Date('2034-05-14'),
    extensions: whereToAsk(WHERE),
  });
  registry.enter(certificate, 'revoked');
  files.set(PATHS.authentication, Buffer.concat([certificate, Buffer.alloc(1100)]));
  return makeCard({ applet: '1.8', files, keys });
}

test('a card is challenged once for an insertion, however often it is asked', async () => {
  const card = mint.card('joris');
  const { chip } = counter(card);
  expect([await chip(), await chip(), await chip()]).toEqual(['good', 'good', 'good']);
  expect(challenges(card)).toBe(1);
});

test('an answer that got lost is not asked for again', async () => {
  const card = mint.card('joris');
  const { chip } = counter(card, (command) => (command[1] === 0xc0 ? bad('removed') : undefined));
  expect([await chip(), await chip()]).toEqual(['not-checked', 'not-checked']);
  expect(challenges(card)).toBe(1);
});

test('a reader that stumbles before the question is tried again', async () => {
  const card = mint.card('joris');
  let stumbles = 2;
  const { chip } = counter(card, (command) => (command[1] === 0xb0 && stumbles-- > 0 ? bad('removed') : undefined));
  expect(await chip()).toBe('good');
  expect(challenges(card)).toBe(1);
});

test('a card that is not there, or not wanted any more, is not asked', async () => {
  const card = mint.card('joris');
  const { ask, chip, state, inquiry } = counter(card);
  expect((await ask({ do: 'challenge', today: TODAY }, 8)).chip).toBe('not-checked');
  const answer = chip();
  inquiry.forget();
  expect(await answer).toBe('not-checked');
  state.readers = [];
  expect(await chip()).toBe('not-checked');
  expect((await ask({ do: 'prepare' })).questions).toEqual([]);
  expect(challenges(card)).toBe(0);
});

test('the question that goes out names addresses and hashes; the answer is judged for the card it was asked for', async () => {
  const { ask, inquiry } = counter(askable());
  const { questions } = await ask({ do: 'prepare' });
  expect(questions.map(({ key, crl }) => [key, crl])).toEqual([
    ['authentication', WHERE.crl],
    ['signature', null],
  ]);
  const [question] = questions;
  expect(question?.ocsp?.url).toBe(WHERE.ocsp);
  expect(Buffer.from(question?.ocsp?.request ?? []).toString('latin1')).not.toMatch(/92010290109|Joris|Voorbeeld/);
  const answer = registry.answer(question?.ocsp?.request ?? Buffer.alloc(0), 'ca', '-ndays', '1');
  const judge = { do: 'judge', key: 'authentication', now: Date.now() };
  expect(await ask({ ...judge, source: 'ocsp', answer })).toMatchObject({ state: 'revoked', at: expect.any(Number) });
  expect(await ask({ ...judge, source: 'crl', answer: registry.list() })).toMatchObject({ state: 'revoked' });
  expect(await ask({ ...judge, source: 'crl', answer })).toMatchObject({ state: 'not-checked', at: null });
  expect(await ask({ ...judge, key: 'signature', source: 'ocsp', answer })).toMatchObject({ state: 'not-checked' });
  expect(await ask({ ...judge, source: 'ocsp', answer }, 8)).toMatchObject({ state: 'not-checked' });
  inquiry.forget();
  expect(await ask({ ...judge, source: 'ocsp', answer })).toMatchObject({ state: 'not-checked' });
});

test('a child has no certificates: there is nothing to ask', async () => {
  expect((await counter(mint.card('lou')).ask({ do: 'prepare' })).questions).toEqual([]);
});

test('requests and reports of other shapes are none', () => {
  const ask = { kind: 'inquiry', id: 1, insertion: 7 };
  const judge = { ...ask, do: 'judge', key: 'signature', source: 'crl', answer: new Uint8Array(1), now: 0 };
  for (const request of [{ ...ask, do: 'challenge', today: TODAY }, { ...ask, do: 'prepare' }, judge])
    expect(parseRequest(request)).toEqual(request);
  for (const wrong of [{ do: 'sign' }, { do: 'challenge' }, { do: 'challenge', today: 'now' }, { do: 'prepare', id: '1' }])
    expect(parseRequest({ ...ask, ...wrong })).toBeNull();
  for (const wrong of [{ key: 'root' }, { source: 'phone' }, { answer: 'text' }, { now: '0' }, { insertion: null }])
    expect(parseRequest({ ...judge, ...wrong })).toBeNull();
  const report = { kind: 'inquiry', id: 1, chip: null, questions: [], state: 'good', at: null };
  expect(parseReport(report)).toEqual(report);
  fc.assert(
    fc.property(fc.constantFrom('id', 'chip', 'questions', 'state', 'at'), fc.object(), (name, value) => {
      expect(parseReport({ ...report, [name]: value })).toBeNull();
    }),
  );
  const question = { key: 'signature', ocsp: { url: WHERE.ocsp, request: new Uint8Array(1) }, crl: null };
  expect(parseReport({ ...report, questions: [question] })).not.toBeNull();
  for (const wrong of [{ key: 'x' }, { ocsp: 'x' }, { ocsp: { url: 1, request: new Uint8Array(1) } }, { crl: 7 }])
    expect(parseReport({ ...report, questions: [{ ...question, ...wrong }] })).toBeNull();
});

test('a read may carry a warrant, of one shape', () => {
  const read = { kind: 'read', id: 1, fields: [], parts: [], verdicts: false, today: TODAY };
  const warrant = { procedure: 'one', fields: ['photo'], basis: 'a law', signature: 'x' };
  expect(parseRequest({ ...read, warrant })).toEqual({ ...read, warrant });
  expect(parseRequest({ ...read, warrant: null })).toEqual(read);
  for (const wrong of [{ fields: ['name'] }, { fields: 'photo' }, { basis: 'a\nlaw' }, { procedure: 7 }, { signature: null }])
    expect(parseRequest({ ...read, warrant: { ...warrant, ...wrong } })).toBeNull();
  for (const wrong of ['x', 7, [], true]) expect(parseRequest({ ...read, warrant: wrong })).toBeNull();
});
