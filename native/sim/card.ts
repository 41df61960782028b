import type { SimFiles } from './files.ts';

/** What stands in the slot: answers to power and to commands. Null is silence. */
export interface SimCard {
  readonly atr: Buffer;
  reset(): void;
  exchange(command: Buffer): Buffer | null;
}

export const ATR = {
  '1.7': '3b9813400aa503010101ad1311',
  '1.8': '3b7f96000080318065b085040120120fff829000',
  /** Another card altogether (a contact chip without application). */
  other: '3b6500002063cb6800',
} as const;

const APPLET = 'a00000003029057000ad13100101ff';
const FOLDERS: Record<string, string> = { a000000177504b43532d3135: 'df00', a000000177496446696c6573: 'df01' };

export interface SimCardOptions {
  applet: '1.7' | '1.8';
  files: SimFiles;
  /** Called for each command; its answer, when not undefined, takes the place of the card's. For clumsy cards. */
  instead?: (command: Buffer, count: number) => Buffer | null | undefined;
}

/** A Belgian eID as far as reading goes (public manual of applet 1.8, chapter 6): SELECT, READ BINARY, GET CARD DATA, T=0 words. */
export function makeCard(options: SimCardOptions): SimCard {
  let folder = '';
  let file: Buffer | null = null;
  let count = 0;

  const select = (p1: number, data: string): string => {
    if (p1 === 0x04) {
      if (data === APPLET) folder = '';
      else if (FOLDERS[data]) folder = FOLDERS[data];
      else return '6a82';
      file = null;
      return '9000';
    }
    if (p1 === 0x08) return enter(data.replace(/^3f00/, ''));
    if (p1 === 0x02) {
      if (data === '3f00') return enter('');
      if (data.startsWith('df')) return enter(data);
      return enter(folder + data);
    }
    return '6a86';
  };

  const enter = (path: string): string => {
    if (path === '' || path === 'df00' || path === 'df01') {
      folder = path;
      file = null;
      return '9000';
    }
    const found = options.files.get(path);
    if (!found) return '6a82';
    folder = path.slice(0, -4);
    file = found;
    return '9000';
  };

  const read = (offset: number, le: number): Buffer => {
    if (!file) return word('6986');
    if (offset >= file.length) return word('6b00');
    const left = file.length - offset;
    if (le > left) return Buffer.of(0x6c, left);
    return Buffer.concat([file.subarray(offset, offset + le), word('9000')]);
  };

  const answer = (command: Buffer): Buffer => {
    const [cla, ins, p1 = 0, p2 = 0, p3 = 0] = command;
    if (cla === 0x00 && ins === 0xa4)
      return command.length === 5 + p3 ? word(select(p1, command.toString('hex', 5))) : word('6700');
    if (cla === 0x00 && ins === 0xb0) return read((p1 << 8) | p2, p3 || 256);
    if (cla === 0x80 && ins === 0xe4) return p3 === 0x1c ? cardData(options.applet) : word('6c1c');
    return word(cla === 0x00 || cla === 0x80 ? '6d00' : '6e00');
  };

  return {
    atr: Buffer.from(ATR[options.applet], 'hex'),
    reset() {
      folder = '';
      file = null;
    },
    exchange(command) {
      const other = options.instead?.(command, count++);
      return other === undefined ? answer(command) : other;
    },
  };
}

/** A card that is not an eID: knows no application. */
export function makeOtherCard(): SimCard {
  return {
    atr: Buffer.from(ATR.other, 'hex'),
    reset: () => undefined,
    exchange: (command) => word(command[1] === 0xa4 ? '6a82' : '6d00'),
  };
}

export function word(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}

function cardData(applet: '1.7' | '1.8'): Buffer {
  const version = applet === '1.8' ? 0x18 : 0x17;
  return Buffer.concat([
    Buffer.alloc(16, 0x42),
    Buffer.of(0xa5, 0, 1, 1, 0, version, 0, applet === '1.8' ? 1 : 2, 0, 0x21, 0, 0x0f),
    word('9000'),
  ]);
}
