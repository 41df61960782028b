import { bad, good } from '../outcome.ts';
import type { Connection, PcscOutcome } from '../pcsc/pcsc.ts';

/** What a person does at the reader: codes typed one after the other, or one of the ways not to. */
export type AtKeypad = readonly string[] | 'nobody' | 'red-key' | 'card-pulled';

/** A word that the reader says itself (PC/SC part 10, 2.5.2 and 2.5.3). */
const WORD = { nobody: '6400', 'red-key': '6401', differ: '6402', length: '6403', parameter: '6b80' } as const;
const VERIFY = 0x4233_0006;
const MODIFY = 0x4233_0007;

/**
 * The same connection through a reader with keys, as PC/SC part 10 tells a reader to behave: it takes the structures apart by the byte,
 * fills the blocks of the command with what `person` types, checks the new code twice, and sends the command to the card.
 * `structures` is what it was sent. Without `changes` it can ask for a code and no more.
 */
export function withKeypad(
  connection: Connection,
  person: () => AtKeypad,
  { changes = true } = {},
): Connection & { readonly structures: readonly { code: number; bytes: Buffer; limit: number }[] } {
  const structures: { code: number; bytes: Buffer; limit: number }[] = [];
  const fill = async (template: Buffer, blocks: readonly [offset: number, code: string][], format: Format) => {
    const command = Buffer.from(template);
    for (const [offset, code] of blocks) {
      const at = 5 + offset;
      command[at] = ((command[at] ?? 0) & 0xf0) | code.length;
      Buffer.from(code.padEnd(format.bytes * 2, 'f'), 'hex').copy(command, at + format.position);
    }
    return await connection.transmit(command);
  };
  const says = (word: string): PcscOutcome<Uint8Array> => good(Buffer.from(word, 'hex'));

  return {
    ...connection,
    structures,
    features: async () => new Map([[6, VERIFY], ...(changes ? [[7, MODIFY] as const] : [])]),
    async control(code, data, limit) {
      const bytes = Buffer.from(data);
      structures.push({ code, bytes: Buffer.from(bytes), limit });
      const modifies = code === MODIFY;
      const head = modifies ? 24 : 19;
      const format = readFormat(bytes);
      const template = bytes.subarray(head);
      const [most, least] = [bytes[modifies ? 7 : 5] ?? 0, bytes[modifies ? 8 : 6] ?? 0];
      if (!format || bytes.readUInt32LE(head - 4) !== template.length) return says(WORD.parameter);
      const typed = person();
      if (typed === 'card-pulled') return bad('removed');
      if (typed === 'nobody' || typed === 'red-key') return says(WORD[typed]);
      const [first = '', second = '', third = ''] = typed;
      if (typed.some((one) => one.length < least || one.length > most)) return says(WORD.length);
      if (!modifies) return await fill(template, [[0, first]], format);
      // bConfirmPIN: bit 0 asks the new code twice, bit 1 asks for the present one.
      if (bytes[9] !== 3) return says(WORD.parameter);
      if (second !== third) return says(WORD.differ);
      return await fill(
        template,
        [
          [bytes[5] ?? 0, first],
          [bytes[6] ?? 0, second],
        ],
        format,
      );
    },
  };
}

interface Format {
  /** Bytes from the start of a block to its digits. */
  readonly position: number;
  /** Room for digits. */
  readonly bytes: number;
}

/** Understands only what the card needs: digits two a byte from the left, their number in the four bits after the first four. */
function readFormat(bytes: Buffer): Format | null {
  const [, , string = 0, block = 0, length = 0] = bytes;
  const inBytes = string >> 7 === 1;
  const isLeftBcd = (string & 0b111) === 0b001;
  if (!inBytes || !isLeftBcd || block >> 4 !== 4 || length !== 4) return null;
  return { position: (string >> 3) & 0x0f, bytes: block & 0x0f };
}
