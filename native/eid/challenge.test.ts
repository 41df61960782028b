import { sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeCard, type OpenCard, type SimCard, word } from '../sim/card.ts';
import { connectDirect } from '../sim/direct.ts';
import { makeFiles, PATHS, type SimFiles } from '../sim/files.ts';
import { makeKeys } from '../sim/keys.ts';
import { type Flaw, openMint } from '../sim/mint.ts';
import { PEOPLE, type PersonaName } from '../sim/people.ts';
import { challenge } from './challenge.ts';
import { openChannel } from './channel.ts';
import { anchors } from './trust.ts';

const mint = openMint();
const roots = anchors(mint.roots);

async function ask(card: SimCard) {
  let sent = 0;
  const options = { roots, today: '2026-11-21', onSent: () => sent++ };
  const verdict = await challenge(openChannel(connectDirect(card)), options);
  return { verdict: verdict.ok ? verdict.value : verdict.code, sent };
}
const askOf = (name: PersonaName, flaw?: Flaw) => ask(mint.card(name, flaw));

/** Files and keys of one card, to put together wrongly. */
function parts() {
  const keys = makeKeys('1.8');
  return { keys, files: makeFiles(PEOPLE.joris, mint.authority('1.8'), keys) };
}
const cardOf = (files: SimFiles, keys: ReturnType<typeof makeKeys>, more = {}): OpenCard =>
  makeCard({ applet: '1.8', files, keys, ...more });

test('the chip of an applet 1.8 card proves that it is the one', async () => {
  expect(await askOf('joris')).toEqual({ verdict: 'good', sent: 1 });
});

test('a card from before applet 1.8 has nothing to prove it with, and is asked nothing', async () => {
  expect(await askOf('nadia')).toEqual({ verdict: 'not-supported', sent: 0 });
});

test('genuine files in another chip are a copy', async () => {
  const { files } = parts();
  expect(await ask(cardOf(files, makeKeys('1.8')))).toEqual({ verdict: 'bad', sent: 1 });
});

test('a copy that brings a key of its own is known by the signed identity, and asked nothing', async () => {
  const { files } = parts();
  const other = makeKeys('1.8');
  files.set(PATHS.basicKey, other.basic?.publicKey.export({ type: 'spki', format: 'der' }) ?? Buffer.alloc(0));
  expect(await ask(cardOf(files, other))).toEqual({ verdict: 'bad', sent: 0 });
  files.delete(PATHS.basicKey);
  expect(await ask(cardOf(files, other))).toEqual({ verdict: 'bad', sent: 0 });
});

test('a card that was asked too often, or refuses, is no copy for that and no proof either', async () => {
  const { keys, files } = parts();
  const tired = cardOf(files, keys);
  Object.assign(tired.inside, { challenges: 5000 });
  expect(await ask(tired)).toEqual({ verdict: 'not-checked', sent: 1 });
  const refuse = (command: Buffer) => (command[1] === 0x88 ? word('6d00') : undefined);
  expect(await ask(cardOf(files, keys, { instead: refuse }))).toEqual({ verdict: 'not-checked', sent: 1 });
});

test('an identity that is not believed has no chip to speak of', async () => {
  expect(await askOf('joris', 'tampered-identity')).toEqual({ verdict: 'not-checked', sent: 0 });
  expect(await askOf('joris', 'unknown-root')).toEqual({ verdict: 'not-checked', sent: 0 });
  expect(await askOf('joris', 'garbage')).toEqual({ verdict: 'odd', sent: 0 });
});

test.each([
  ['not-checked', [Buffer.alloc(0), Buffer.alloc(95, 1), Buffer.alloc(104, 7)]],
  ['bad', [Buffer.alloc(96), Buffer.alloc(96, 7)]],
])('an answer of another length is no proof at all, one out of the blue is proof against it: %s', async (verdict, answers) => {
  const { keys, files } = parts();
  for (const answer of answers) {
    const lie = (command: Buffer) => (command[1] === 0x88 ? Buffer.concat([answer, word('9000')]) : undefined);
    expect((await ask(cardOf(files, keys, { instead: lie }))).verdict).toBe(verdict);
  }
});

test('an answer once overheard is of no use later: the question is another each time', async () => {
  const card = mint.card('joris');
  await ask(card);
  await ask(card);
  const questions = card.inside.log.filter(({ command }) => command[1] === 0x88).map(({ command }) => command.toString('hex'));
  expect(questions).toHaveLength(2);
  expect(new Set(questions).size).toBe(2);
  for (const question of questions) expect(question).toMatch(/^00880281329430[0-9a-f]{96}$/);
});

test('a chip that hashes the question once more proves as much', async () => {
  const { keys, files } = parts();
  const key = keys.basic?.privateKey;
  if (!key) throw new Error('applet 1.8 has a key of its own');
  const hashed = (question: Buffer) => sign('sha384', question, { key, dsaEncoding: 'ieee-p1363' });
  const instead = (command: Buffer) =>
    command[1] === 0x88 ? Buffer.concat([hashed(command.subarray(7)), word('9000')]) : undefined;
  expect((await ask(cardOf(files, keys, { instead }))).verdict).toBe('good');
});
