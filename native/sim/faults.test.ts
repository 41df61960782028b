import { expect, test } from 'vitest';
import { connectDirect } from './direct.ts';
import { delayOf, type Faults } from './faults.ts';
import { openMint } from './mint.ts';
import { traceLine } from './trace.ts';

const mint = openMint();
const SELECT = Buffer.from('00a4080c063f00df014031', 'hex');
const read = (le: number) => Buffer.of(0, 0xb0, 0, 0, le);
const run = async (faults: Faults, commands: Buffer[], patience?: number) => {
  const connection = connectDirect(mint.card('joris'), { faults, ...(patience !== undefined && { patience }) });
  const said: string[] = [];
  for (const command of commands) {
    const answer = await connection.transmit(command);
    said.push(answer.ok ? Buffer.from(answer.value).toString('hex').slice(-4) : answer.code);
  }
  return said;
};
const five = [SELECT, read(16), read(16), read(16), read(16)];

test('each fault comes at its command and not before', async () => {
  expect(await run({}, five)).toEqual(['9000', '9000', '9000', '9000', '9000']);
  expect(await run({ removeAt: 2 }, five)).toEqual(['9000', '9000', 'removed', 'removed', 'removed']);
  expect(await run({ muteAt: 3 }, five, 1)).toEqual(['9000', '9000', '9000', 'mute', 'mute']);
  expect(await run({ wrongWord: { at: 1, word: '6982' } }, five)).toEqual(['9000', '6982', '9000', '9000', '9000']);
  expect(await run({ torn: { at: 1, bytes: 1 } }, five)).toEqual(['9000', 'removed', '9000', '9000', '9000']);
  expect(await run({ earlyEnd: 2 }, five)).toEqual(['9000', '9000', '6b00', '9000', '9000']);
  expect(await run({ most: 248 }, [SELECT, read(0), read(249), read(200)])).toEqual(['9000', '6700', '6700', '9000']);
});

test('half an answer is half of it', async () => {
  const connection = connectDirect(mint.card('joris'), { faults: { torn: { at: 1, bytes: 'half' } } });
  await connection.transmit(SELECT);
  const answer = await connection.transmit(read(16));
  expect(answer.ok && answer.value).toHaveLength(9);
});

test('a command takes the time of its bytes on the contacts', () => {
  expect(delayOf({ baud: 250_000 })(5, 258)).toBeCloseTo(12.67, 2);
  expect(delayOf({ baud: 43_011, latency: 7 })(5, 258)).toBeCloseTo(80.66, 2);
  expect(delayOf({ exchange: true })(5, 258)).toBe(12);
  expect(delayOf({})(5, 258)).toBe(0);
});

test('a card that pays answers for the payment environment and for nothing else', () => {
  const card = mint.card('nadia', 'bank');
  const ask = (command: string) => card.exchange(Buffer.from(command, 'hex'))?.toString('hex');
  expect(ask('00a404000e315041592e5359532e4444463031')).toBe('6117');
  expect(ask('00c0000017')).toContain(Buffer.from('1PAY.SYS.DDF01').toString('hex'));
  expect(ask('00a4040c0fa00000003029057000ad13100101ff')).toBe('6a82');
});

test('no digit of a code is in a trace', () => {
  const line = traceLine(Buffer.from('0020000108241234ffffffffff', 'hex'), Buffer.from('9000', 'hex'));
  expect(line).toMatch(/^VERIFY .*9000$/);
  expect(line).not.toContain('1234');
});
