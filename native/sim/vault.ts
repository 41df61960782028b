import type { Applet } from './applets.ts';
import type { CardKeys } from './keys.ts';
import { algorithmsOf, cardSign } from './sign.ts';
import { word } from './word.ts';

export interface VaultOptions {
  applet: Applet;
  /** Keys whose certificate is not on the card (a child's) are null. */
  keys: { readonly [K in keyof CardKeys]: CardKeys[K] | null } | null;
  pin: string;
  tries: number;
}

/** The part of a card that keeps its code and its keys. */
export interface Vault {
  pin: string;
  triesLeft: number;
  /** Challenges answered since the card was made; after 5000 a code is asked first. */
  challenges: number;
  /** The answer to a command about code or keys, or null when it is about something else. `folder`: the current one. */
  answer(command: Buffer, folder: string): Buffer | null;
  reset(): void;
}

export const MOST_TRIES = 3;
const MOST_CHALLENGES = 5000;

/** Code, rights and signatures as the public reference manuals of applets 1.7 and 1.8 tell (chapters 5 and 6). */
export function makeVault(options: VaultOptions): Vault {
  const { applet, keys } = options;
  const modern = applet !== '1.0' && applet !== '1.1';
  let commands = 0;
  /** The command that gave the right code, while its right stands. */
  let verifiedAt: number | null = null;
  let chosen: { key: number; algorithm: number } | null = null;
  let pending: Buffer | null = null;

  const state = (): string => {
    if (vault.triesLeft === 0) return '6983';
    return verifiedAt === null ? `63c${vault.triesLeft}` : '9000';
  };
  const isRight = (block: Buffer): boolean => {
    if (block.equals(pinBlock(vault.pin))) {
      vault.triesLeft = MOST_TRIES;
      return true;
    }
    vault.triesLeft--;
    verifiedAt = null;
    return false;
  };
  const verify = (p2: number, data: Buffer): string => {
    if (p2 !== 1) return '6a86';
    // Nobody knows what older cards do with an empty code; one that does nothing is not to be relied on.
    if (data.length === 0) return applet === '1.8' ? state() : '6700';
    if (data.length !== 8) return '6700';
    if (vault.triesLeft === 0) return '6983';
    if (!isRight(data)) return `63c${vault.triesLeft}`;
    verifiedAt = commands;
    vault.challenges = 0;
    return '9000';
  };
  const change = (p2: number, data: Buffer): string => {
    if (p2 !== 1) return '6a86';
    if (data.length !== 16) return '6700';
    if (vault.triesLeft === 0) return '6983';
    const next = digitsOf(data.subarray(8));
    if (next === null) return '6a80';
    if (!isRight(data.subarray(0, 8))) return `63c${vault.triesLeft}`;
    vault.pin = next;
    return '9000';
  };
  const keyOf = (number: number) => (number === 0x82 ? keys?.authentication : number === 0x83 ? keys?.signature : null) ?? null;
  const choose = (data: Buffer, folder: string): string => {
    chosen = null;
    const [size, tagAlgorithm, algorithm = 0, tagKey, key = 0] = data;
    if (data.length !== 5 || size !== 4 || tagAlgorithm !== 0x80 || tagKey !== 0x84) return '6a80';
    const pair = keyOf(key);
    if (!pair || (modern && folder !== 'df00')) return '6a88';
    if (!(algorithm in algorithmsOf(pair.privateKey))) return '6a80';
    chosen = { key, algorithm };
    return '9000';
  };
  const mayUse = (key: number): boolean => {
    if (verifiedAt === null) return false;
    // 82: once is enough. 83: just before, with one command between at most, and each time anew.
    return key === 0x82 || commands - verifiedAt <= 2;
  };
  const compute = (data: Buffer): Buffer => {
    const pair = chosen && keyOf(chosen.key);
    if (!chosen || !pair) return word('6985');
    const length = algorithmsOf(pair.privateKey)[chosen.algorithm];
    if (length === undefined || (length !== null && length !== data.length) || data.length === 0) return word('6700');
    if (vault.triesLeft === 0) return word('6983');
    if (!mayUse(chosen.key)) return word('6982');
    if (chosen.key === 0x83) verifiedAt = null;
    return offer(cardSign(pair.privateKey, chosen.algorithm, data));
  };
  const prove = (p2: number, data: Buffer): Buffer => {
    if (!keys?.basic) return word('6d00');
    if (p2 !== 0x81 || data.length !== 50 || data[0] !== 0x94 || data[1] !== 48) return word('6a80');
    if (vault.challenges >= MOST_CHALLENGES) return word('6983');
    vault.challenges++;
    return offer(cardSign(keys.basic.privateKey, 0x40, data.subarray(2)));
  };
  const offer = (answer: Buffer): Buffer => {
    pending = answer;
    return Buffer.of(0x61, answer.length & 0xff);
  };
  const collect = (asked: number): Buffer => {
    if (!pending) return word('6985');
    if (asked > pending.length) return Buffer.of(0x6c, pending.length & 0xff);
    const [now, later] = [pending.subarray(0, asked), pending.subarray(asked)];
    pending = later.length > 0 ? later : null;
    return Buffer.concat([now, pending ? Buffer.of(0x61, later.length & 0xff) : word('9000')]);
  };

  const vault: Vault = {
    pin: options.pin,
    triesLeft: options.tries,
    challenges: 0,
    reset() {
      verifiedAt = null;
      chosen = null;
      pending = null;
    },
    answer(command, folder) {
      commands++;
      const [, ins, p1 = 0, p2 = 0, p3 = 0] = command;
      const head = command.toString('hex', 0, 2);
      if (head === '00c0') return collect(p3 || 256);
      pending = null;
      if (head === '80e6') {
        verifiedAt = null;
        return word('9000');
      }
      if (command[0] !== 0 || ![0x20, 0x24, 0x22, 0x2a, 0x88].includes(ins ?? 0)) return null;
      const data = command.subarray(5);
      if (data.length !== p3) return word('6700');
      if (ins === 0x20) return word(p1 === 0 ? verify(p2, data) : '6a86');
      if (ins === 0x24) return word(p1 === 0 ? change(p2, data) : '6a86');
      if (ins === 0x22) return word(p1 === 0x41 && p2 === 0xb6 ? choose(data, folder) : '6a86');
      if (ins === 0x2a) return p1 === 0x9e && p2 === 0x9a ? compute(data) : word('6a86');
      return p1 === 0x02 ? prove(p2, data) : word('6a86');
    },
  };
  return vault;
}

/** Eight bytes: 2 and the number of digits, the digits, F to the end (manual 1.8, VERIFY). */
export function pinBlock(pin: string): Buffer {
  return Buffer.from(`2${pin.length.toString(16)}${pin}`.padEnd(16, 'f'), 'hex');
}

function digitsOf(block: Buffer): string | null {
  const [, length, digits = ''] = /^2([4-9a-c])(\d{4,12})f*$/.exec(block.toString('hex')) ?? [];
  return length && digits.length === Number.parseInt(length, 16) ? digits : null;
}
