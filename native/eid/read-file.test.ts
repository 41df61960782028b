import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bad, good } from '../outcome.ts';
import { makeCard, word } from '../sim/card.ts';
import { connectDirect } from '../sim/direct.ts';
import { withFaults } from '../sim/faults.ts';
import { openChannel } from './channel.ts';
import { type EidFile, FILES } from './files.ts';
import { readFile } from './read-file.ts';

type Instead = (command: Buffer, count: number) => Buffer | null | undefined;

async function read(bytes: Buffer, file: EidFile = FILES.photo, instead?: Instead, chunk?: number) {
  const files = new Map([[file.path.slice(4), bytes]]);
  const connection = connectDirect(makeCard({ applet: '1.7', files, ...(instead && { instead }) }));
  const result = await readFile(openChannel(connection), file, chunk === undefined ? {} : { chunk });
  return { result, sent: connection.sent };
}
const some = (size: number) => Buffer.from(Array.from({ length: size }, (_, i) => (i * 7 + 1) & 0xff));

test('a file of any length is read whole, with any chunk', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1100 }), fc.constantFrom(256, 252, 248, 200, 100), async (size, chunk) => {
      fc.pre(size % chunk !== 0);
      expect((await read(some(size), FILES.photo, undefined, chunk)).result).toEqual({ ok: true, value: some(size) });
    }),
  );
});

test('a file that ends with a full chunk is believed to end only when asked twice', async () => {
  const { result, sent } = await read(some(512));
  expect(result).toEqual({ ok: true, value: some(512) });
  expect(sent.filter((command) => command.startsWith('00b00200'))).toHaveLength(2);
});

test('a signature of 256 bytes costs one read too many, no more', async () => {
  const { result, sent } = await read(some(256), FILES.identitySignature);
  expect(result).toEqual({ ok: true, value: some(256) });
  expect(sent).toHaveLength(3);
});

test('the padding behind a certificate is neither read nor kept', async () => {
  const certificate = Buffer.concat([Buffer.of(0x30, 0x82, 0x02, 0x58), some(600)]);
  const { result, sent } = await read(Buffer.concat([certificate, Buffer.alloc(1100)]), FILES.register);
  expect(result).toEqual({ ok: true, value: certificate });
  expect(sent).toHaveLength(4);
  expect((await read(Buffer.alloc(1300), FILES.register)).result).toEqual({ ok: true, value: Buffer.alloc(0) });
});

test.each([
  ['says "beyond the end"', word('6b00')],
  ['answers nothing', word('9000')],
  ['loses the file', word('6986')],
  ['reports a length error', word('6700')],
])('a reader that %s once in mid-file costs a retry, not the photo', async (_what, odd) => {
  let reads = 0;
  const { result } = await read(some(3000), FILES.photo, (command) => (command[1] === 0xb0 && ++reads === 5 ? odd : undefined));
  expect(result).toEqual({ ok: true, value: some(3000) });
});

test('a reader that gives fewer bytes by itself, instead of 6Cxx, is at the end', async () => {
  const { result } = await read(some(300), FILES.photo, (command) => {
    const offset = command.readUInt16BE(2);
    return command[1] === 0xb0 && offset === 256 ? Buffer.concat([some(300).subarray(256), word('9000')]) : undefined;
  });
  expect(result).toEqual({ ok: true, value: some(300) });
});

test('a card that stays odd is given up, and one that never ends too', async () => {
  expect((await read(some(300), FILES.photo, (command) => (command[1] === 0xb0 ? word('6581') : undefined))).result).toEqual({
    ok: false,
    code: 'odd',
  });
  const endless = await read(some(300), FILES.photo, (c) =>
    c[1] === 0xb0 ? Buffer.concat([some(c[4] || 256), word('9000')]) : undefined,
  );
  expect(endless.result.ok && endless.result.value.length).toBe(16_384);
});

test.each([1, 40])('a certificate that claims 65,539 bytes and comes %i at a time is given up soon', async (piece) => {
  const endless = Buffer.concat([Buffer.of(0x30, 0x82, 0xff, 0xff), some(252), word('9000')]);
  let reads = 0;
  const { result, sent } = await read(some(300), FILES.register, (command) => {
    if (command[1] !== 0xb0) return undefined;
    return reads++ === 0 ? endless : Buffer.concat([some(piece), word('9000')]);
  });
  expect(result).toEqual({ ok: false, code: 'odd' });
  expect(sent.length).toBeLessThan(40);
});

test('a certificate that claims more than any card holds is read no further than that', async () => {
  const { result, sent } = await read(some(300), FILES.register, (command) => {
    if (command[1] !== 0xb0) return undefined;
    return Buffer.concat([Buffer.of(0x30, 0x82, 0xff, 0xff), some((command[4] || 256) - 4), word('9000')]);
  });
  expect(result.ok && result.value.length).toBe(16_384);
  expect(sent.length).toBeLessThan(80);
});

test('a reader that never gives more than 248 bytes gets a certificate across', async () => {
  const certificate = Buffer.concat([Buffer.of(0x30, 0x82, 0x05, 0xdc), some(1500)]);
  const { result } = await read(certificate, FILES.register, (command) => {
    const at = command.readUInt16BE(2);
    return command[1] === 0xb0 ? Buffer.concat([certificate.subarray(at, at + 248), word('9000')]) : undefined;
  });
  expect(result).toEqual({ ok: true, value: certificate });
});

test('a reader that refuses selection by path is walked folder by folder', async () => {
  const { result, sent } = await read(some(90), FILES.identity, (command) => (command[2] === 0x08 ? word('6a86') : undefined));
  expect(result).toEqual({ ok: true, value: some(90) });
  expect(sent.slice(1, 4)).toEqual(['00a4020c023f00', '00a4020c02df01', '00a4020c024031']);
});

test('a file the card does not have is absent', async () => {
  const files = new Map([['df014031', some(90)]]);
  const channel = openChannel(connectDirect(makeCard({ applet: '1.7', files })));
  expect(await readFile(channel, FILES.photo)).toEqual({ ok: false, code: 'absent' });
});

const onCard = (file: EidFile, bytes: Buffer) =>
  connectDirect(makeCard({ applet: '1.7', files: new Map([[file.path.slice(4), bytes]]) }));

test('a guess that is right saves the command that finds the end', async () => {
  const address = Buffer.concat([Buffer.of(0, 2, 0, 0, 1, 3), Buffer.from('A 1'), Buffer.alloc(108)]);
  const connection = onCard(FILES.address, address);
  expect(await readFile(openChannel(connection), FILES.address, { guess: 117 })).toEqual({ ok: true, value: address });
  expect(connection.sent).toHaveLength(2);
});

test.each([90, 116, 118, 121, 300])('a guess of 117 for a file of %i bytes loses nothing of it', async (size) => {
  const bytes = Buffer.concat([Buffer.of(1, Math.min(size - 2, 254)), Buffer.alloc(size - 2, 'x')]);
  const read = await readFile(openChannel(onCard(FILES.address, bytes)), FILES.address, { guess: 117 });
  expect(read).toEqual({ ok: true, value: bytes });
});

test('an empty file is empty, not a fault', async () => {
  expect((await read(Buffer.alloc(0))).result).toEqual({ ok: true, value: Buffer.alloc(0) });
});

test('a reader that cannot carry 256 bytes is asked for 248 from then on', async () => {
  const card = makeCard({ applet: '1.7', files: new Map([['df014035', some(1000)]]) });
  const connection = connectDirect(withFaults(card, { most: 248 }, () => undefined));
  const channel = openChannel(connection);
  for (let i = 0; i < 2; i++) expect(await readFile(channel, FILES.photo)).toEqual({ ok: true, value: some(1000) });
  expect(connection.sent.filter((command) => command.startsWith('00b0') && command.endsWith('00'))).toHaveLength(1);
});

test('a transmit of 256 bytes that fails in the reader is tried again with less', async () => {
  const direct = onCard(FILES.photo, some(600));
  const transmit: typeof direct.transmit = (command) =>
    command[1] === 0xb0 && command[4] === 0 ? Promise.resolve(bad('failed')) : direct.transmit(command);
  expect(await readFile(openChannel({ ...direct, transmit }), FILES.photo)).toEqual({ ok: true, value: some(600) });
});

test('an answer that comes in pieces (61xx) is put together', async () => {
  const answers = ['aabb6102', 'ccdd6101', 'ee9000'];
  const direct = onCard(FILES.photo, some(9));
  const transmit: typeof direct.transmit = async () => good(Buffer.from(answers.shift() ?? '6f00', 'hex'));
  const reply = await openChannel({ ...direct, transmit }).send(Buffer.from('0088028100', 'hex'));
  expect(reply.ok && [reply.value.data.toString('hex'), reply.value.word]).toEqual(['aabbccddee', 0x9000]);
});

test.each([0x6d00, 0x6985])('a card that keeps saying %i is not active', async (code) => {
  const refuse = Buffer.of(code >> 8, code & 0xff);
  const { result } = await read(some(90), FILES.identity, (command) => (command[1] === 0xb0 ? refuse : undefined));
  expect(result).toEqual({ ok: false, code: 'not-active' });
});
