import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { run } from '../../main/cli/index.ts';
import { makeAuthority } from '../../native/sim/authority.ts';
import { makeCard, type OpenCard } from '../../native/sim/card.ts';
import { makeFiles, PATHS } from '../../native/sim/files.ts';
import { makeKeys } from '../../native/sim/keys.ts';
import { PEOPLE } from '../../native/sim/people.ts';
import { openRegistry, type Registry, whereToAsk } from '../../native/sim/revocation.ts';
import { openRig, type Rig } from '../faults/rig.ts';

// OpenSSL is the authority here: its own OCSP server on this machine, and lists it made.

let rig: Rig;
let registry: Registry;
const servers: Server[] = [];
const children: ChildProcess[] = [];
beforeAll(async () => {
  rig = await openRig();
  registry = openRegistry(rig.mint.authority('1.8').citizens);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) server.close().closeAllConnections();
  await rig.clear();
});
afterAll(async () => {
  registry.close();
  await rig.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // listening on TCP
}

/** An address where nobody listens. */
async function nowhere(): Promise<string> {
  const url = await serve(() => undefined);
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return url;
}

/** `openssl ocsp` as a server there. It must not be tried out by connecting: it waits for a question then. */
async function startResponder(url: string): Promise<void> {
  const files = ['-index', 'index.txt', '-CA', 'ca.pem', '-rsigner', 'ca.pem', '-rkey', 'ca.key', '-ndays', '1'];
  const child = spawn('openssl', ['ocsp', '-port', new URL(url).port, ...files], { cwd: registry.folder });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text;
      if (/waiting for OCSP client connections/.test(said)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`openssl ocsp ended: ${said}`)));
  });
}

/** Joris's card, whose certificates name these addresses; the one for signatures is revoked. */
function cardAsking(where: { ocsp?: string; crl?: string }): OpenCard {
  const authority = rig.mint.authority('1.8');
  const keys = makeKeys('1.8');
  const files = makeFiles(PEOPLE.joris, authority, keys);
  const issue = (name: 'authentication' | 'signature', state: 'valid' | 'revoked') => {
    const certificate = authority.citizens.issue({
      subject: 'serialNumber=92010290109, GN=Joris, SN=Voorbeeld, CN=Joris Voorbeeld, C=BE',
      publicKey: keys[name].publicKey,
      usage: name === 'signature' ? 'signature' : 'login',
      from: new Date('2024-05-14'),
      until: new Date('2034-05-14'),
      extensions: whereToAsk(where),
    });
    registry.enter(certificate, state);
    files.set(PATHS[name], Buffer.concat([certificate, Buffer.alloc(1100)]));
  };
  issue('authentication', 'valid');
  issue('signature', 'revoked');
  return makeCard({ applet: '1.8', files, keys });
}

async function comptoir(...argv: string[]) {
  let out = '';
  const code = await run(['card', '--json', '--wait', '5', ...argv], {
    launch: rig.launch,
    stdout: (text) => {
      out += text;
    },
    stderr: () => undefined,
    dataFolder: '/nonexistent',
    localesFolder: path.resolve(import.meta.dirname, '../../locales'),
    runtime: { kind: 'node', electron: null, node: process.versions.node },
    now: () => new Date(),
  });
  return { code, report: JSON.parse(out) };
}
async function asked(card: OpenCard, ...argv: string[]) {
  await rig.world.plug(card);
  return await comptoir(...argv);
}

const NOT_CHECKED = { authentication: 'not-checked', signature: 'not-checked', source: null, at: null };
const CHECKED = { authentication: 'good', signature: 'revoked', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) };

test('OpenSSL as OCSP server says good of one certificate and revoked of the other; genuine is another question', async () => {
  const url = await nowhere();
  const card = cardAsking({ ocsp: url });
  await startResponder(url);
  const { code, report } = await asked(card, '--online');
  expect(report.revocation).toEqual({ ...CHECKED, source: 'ocsp' });
  expect(report.mishap).toBeNull();
  expect(code).toBe(0);
});

test('without OCSP, the list that OpenSSL made says the same', async () => {
  let fetched = 0;
  const list = await serve((_, response) => {
    fetched++;
    response.end(registry.list());
  });
  const onlyList = await asked(cardAsking({ crl: list }), '--online');
  expect(onlyList.report.revocation).toEqual({ ...CHECKED, source: 'crl' });
  const down = await asked(cardAsking({ ocsp: await nowhere(), crl: list }), '--online');
  expect(down.report.revocation).toEqual({ ...CHECKED, source: 'crl' });
  expect(fetched).toBe(2);
});

test('nobody is asked unless it was asked for', async () => {
  let questions = 0;
  const url = await serve((_, response) => {
    questions++;
    response.end();
  });
  const { report } = await asked(cardAsking({ ocsp: url, crl: url }));
  expect(report).not.toHaveProperty('revocation');
  expect(report).not.toHaveProperty('chip');
  expect(questions).toBe(0);
});

test('no server, a silent one, an answer signed by a stranger: not checked, and still genuine', async () => {
  const silent = await serve(() => undefined);
  const stranger = openRegistry(makeAuthority({ signature: 'ecdsa-sha384' }).citizens);
  const forger = await serve((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const question = Buffer.concat(parts);
      response.end(question.length > 0 ? stranger.answer(question, 'ca', '-ndays', '1') : stranger.list());
    });
  });
  const gone = await nowhere();
  for (const where of [{}, { ocsp: gone, crl: gone }, { ocsp: silent }, { ocsp: forger, crl: forger }]) {
    const { code, report } = await asked(cardAsking(where), '--online');
    expect(report.revocation).toEqual(NOT_CHECKED);
    expect(report.verdict).toMatchObject({ identity: true, chain: true });
    expect(code).toBe(0);
  }
  stranger.close();
});

test('what goes out holds no person', async () => {
  const heard: Buffer[] = [];
  const url = await serve((request, response) => {
    request.on('data', (part: Buffer) => heard.push(part));
    request.on('end', () => response.end());
  });
  await asked(cardAsking({ ocsp: url }), '--online');
  const all = Buffer.concat(heard).toString('latin1');
  expect(heard.length).toBeGreaterThanOrEqual(2);
  expect(all).not.toMatch(/Joris|Voorbeeld|92010290109/);
});

test('a card that is taken while the answer is awaited is told as it was read, unchecked', async () => {
  const url = await serve(() => rig.world.unplug());
  const { code, report } = await asked(cardAsking({ ocsp: url }), '--online');
  expect(report).toMatchObject({ kind: 'eid', mishap: null, revocation: NOT_CHECKED });
  expect(code).toBe(0);
});

test('no card, no reader: what was asked is not checked', async () => {
  expect((await comptoir('--wait', '0', '--online', '--challenge')).report).toMatchObject({
    mishap: 'no-card',
    chip: 'not-checked',
    revocation: NOT_CHECKED,
  });
});

test('the chip proves itself when asked, once, and a copy of its files does not', async () => {
  const isChallenge = ({ command }: { command: Buffer }) => command[1] === 0x88;
  const card = cardAsking({});
  expect((await asked(card)).report).not.toHaveProperty('chip');
  expect(card.inside.log.filter(isChallenge)).toHaveLength(0);
  expect((await asked(card, '--challenge')).report.chip).toBe('good');
  expect(card.inside.log.filter(isChallenge)).toHaveLength(1);

  expect((await asked(rig.mint.card('nadia'), '--challenge')).report.chip).toBe('not-supported');
  const copy = makeCard({
    applet: '1.8',
    files: makeFiles(PEOPLE.joris, rig.mint.authority('1.8'), makeKeys('1.8')),
    keys: makeKeys('1.8'),
  });
  const { code, report } = await asked(copy, '--challenge');
  expect(report).toMatchObject({ mishap: null, chip: 'bad', verdict: { identity: true, chain: true } });
  expect(code).toBe(0);
});
