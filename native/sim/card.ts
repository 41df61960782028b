import { APPLET_FACTS, type Applet } from './applets.ts';
import type { SimFiles } from './files.ts';
import type { CardKeys } from './keys.ts';
import { MOST_TRIES, makeVault, type VaultOptions } from './vault.ts';
import { word } from './word.ts';

export { word };

/** What stands in the slot: answers to power and to commands. Null is silence. */
export interface SimCard {
  readonly atr: Buffer;
  reset(): void;
  exchange(command: Buffer): Buffer | null;
}

/** What only a test or a developer can see of a card. */
export interface Inside {
  /** Can be set, as the code can. */
  triesLeft: number;
  pin: string;
  /** Everything it was sent, codes too, and what it answered. */
  readonly log: { readonly command: Buffer; readonly answer: Buffer | null }[];
  /** Null for a card that is not an eID; a key that a child's card lacks is null too. */
  readonly keys: VaultOptions['keys'];
}
export interface OpenCard extends SimCard {
  readonly inside: Inside;
}

export const ATR = {
  '1.7': APPLET_FACTS['1.7'].atr,
  '1.8': APPLET_FACTS['1.8'].atr,
  /** Another card altogether (a contact chip without application). */
  other: '3b6500002063cb6800',
} as const;
/** The code of every simulated card. */
export const PIN = '1234';

const APPLET_ID = 'a00000003029057000ad13100101ff';
const PKCS15 = 'a000000177504b43532d3135';
const ID_FILES = 'a000000177496446696c6573';

export interface SimCardOptions {
  applet: Applet;
  files: SimFiles;
  /** Without: a card that can be read and nothing else. */
  keys?: { readonly [K in keyof CardKeys]: CardKeys[K] | null };
  /** 4 to 12 digits; `PIN` by default. */
  pin?: string;
  /** Tries left of its code, 3 by default; 0 is blocked. */
  tries?: number;
  /** Never handed over (cards from an embassy): the word with which it refuses to read. */
  inactive?: '6985' | '6d00';
  /** Called for each command; its answer, when not undefined, takes the place of the card's. For clumsy cards. */
  instead?: (command: Buffer, count: number) => Buffer | null | undefined;
}

/** A Belgian eID (public manuals of applets 1.7 and 1.8, chapter 6): SELECT, READ BINARY, GET CARD DATA, code and keys, T=0 words. */
export function makeCard(options: SimCardOptions): OpenCard {
  const { applet, files } = options;
  const vault = makeVault({ applet, keys: options.keys ?? null, pin: options.pin ?? PIN, tries: options.tries ?? MOST_TRIES });
  const log: Inside['log'] = [];
  let folder = '';
  let file: Buffer | null = null;
  let count = 0;

  const select = (p1: number, data: string): string => {
    if (p1 === 0x04) {
      if (data === APPLET_ID) return enter('');
      if (data === PKCS15) return enter('df00');
      return data === ID_FILES && applet !== '1.0' ? enter('df01') : '6a82';
    }
    if (p1 === 0x08) return enter(data.replace(/^3f00/, ''));
    if (p1 !== 0x02) return '6a86';
    if (data === '3f00') return enter('');
    return enter(data.startsWith('df') ? data : folder + data);
  };

  const enter = (path: string): string => {
    if (path === '' || path === 'df00' || path === 'df01') {
      folder = path;
      file = null;
      return '9000';
    }
    const found = files.get(path);
    if (!found) return '6a82';
    folder = path.slice(0, -4);
    file = found;
    return '9000';
  };

  const read = (offset: number, le: number): Buffer => {
    if (options.inactive) return word(options.inactive);
    if (!file) return word('6986');
    if (offset >= file.length) return word('6b00');
    const left = file.length - offset;
    if (le > left) return Buffer.of(0x6c, left);
    return Buffer.concat([file.subarray(offset, offset + le), word('9000')]);
  };

  /** Applet 1.8 can add the tries that are left, and two bytes of no meaning. */
  const cardData = (p2: number, asked: number): Buffer => {
    const withTries = p2 === 1 && applet === '1.8';
    if (p2 !== 0 && !withTries) return word('6a86');
    const { version, system, pkcs1 } = APPLET_FACTS[applet];
    const life = options.inactive ? 0x07 : 0x0f;
    const data = Buffer.concat([
      serialOf(files),
      Buffer.of(0xa5, 0, 1, 1, 0, version, 0, system, 0, pkcs1, 0, life),
      withTries ? Buffer.of(vault.triesLeft, 0, 0) : Buffer.alloc(0),
    ]);
    return asked === data.length ? Buffer.concat([data, word('9000')]) : Buffer.of(0x6c, data.length);
  };

  const answer = (command: Buffer): Buffer => {
    const [cla, ins, p1 = 0, p2 = 0, p3 = 0] = command;
    const guarded = vault.answer(command, folder);
    if (guarded) return guarded;
    if (cla === 0x00 && ins === 0xa4)
      return command.length === 5 + p3 ? word(select(p1, command.toString('hex', 5))) : word('6700');
    if (cla === 0x00 && ins === 0xb0) return read((p1 << 8) | p2, p3 || 256);
    if (cla === 0x80 && ins === 0xe4) return cardData(p2, p3);
    return word(cla === 0x00 || cla === 0x80 ? '6d00' : '6e00');
  };

  return {
    atr: Buffer.from(APPLET_FACTS[applet].atr, 'hex'),
    reset() {
      folder = '';
      file = null;
      vault.reset();
    },
    exchange(command) {
      const other = options.instead?.(command, count++);
      const given = other === undefined ? answer(command) : other;
      log.push({ command: Buffer.from(command), answer: given && Buffer.from(given) });
      return given;
    },
    inside: Object.assign(vault, { log, keys: options.keys ?? null }),
  };
}

/** A card that is not an eID: knows no application. */
export function makeOtherCard(): OpenCard {
  return {
    atr: Buffer.from(ATR.other, 'hex'),
    reset: () => undefined,
    exchange: (command) => word(command[1] === 0xa4 ? '6a82' : '6d00'),
    inside: { triesLeft: 0, pin: '', log: [], keys: null },
  };
}

/** The chip's number, as EF(TokenInfo) has it: version (3 bytes), then tag 04 and 16 bytes. */
function serialOf(files: SimFiles): Buffer {
  const token = files.get('df005032');
  return token && token.length >= 23 ? token.subarray(7, 23) : Buffer.alloc(16, 0x42);
}
