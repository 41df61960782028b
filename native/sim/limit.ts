import { derTrimmed } from '../eid/der.ts';
import type { Applet } from './applets.ts';
import { byteTime, contactSpeed, delayOf } from './faults.ts';
import { PATHS, type SimFiles } from './files.ts';

/** The least a reader can need: milliseconds of the bytes alone, and with what each command takes beside them; and the commands. */
export interface Limit {
  readonly bytesMs: number;
  readonly modelMs: number;
  readonly commands: number;
}

/** Files in the order of need; each stage counts those before it. */
const STAGES = {
  identity: [PATHS.identity],
  verified: [PATHS.address, PATHS.identitySignature, PATHS.addressSignature, PATHS.register],
  all: [PATHS.photo],
} as const;
export type Stage = keyof typeof STAGES;

/** SELECT of a path: 5 of header, 6 of path; answer 2. READ: 5; answer 2 and the data. One byte more each says "go on". */
const [SELECT, READ, WORD, LONGEST] = [11, 5, 2, 256];

/** The physical limit for a card whose lengths are known beforehand: one SELECT a file, reads of 256 bytes, no repeat, padding left. */
export function limits(files: SimFiles, applet: Applet): Record<Stage, Limit> {
  const { baud } = contactSpeed(applet);
  const delay = delayOf(contactSpeed(applet));
  let sum: Limit = { bytesMs: 0, modelMs: 0, commands: 0 };
  const add = (sent: number, received: number) => {
    sum = {
      bytesMs: sum.bytesMs + byteTime(sent + received + 1, baud),
      modelMs: sum.modelMs + delay(sent, received),
      commands: sum.commands + 1,
    };
  };
  const upTo = (stage: Stage): Limit => {
    for (const path of STAGES[stage]) {
      add(SELECT, WORD);
      for (let left = lengthOf(files.get(path)); left > 0; left -= LONGEST) add(READ, Math.min(left, LONGEST) + WORD);
    }
    return sum;
  };
  return { identity: upTo('identity'), verified: upTo('verified'), all: upTo('all') };
}

/** What counts of a file: certificates and elliptic signatures say their length, what is behind is padding. */
function lengthOf(bytes: Buffer = Buffer.alloc(0)): number {
  return derTrimmed(bytes)?.length ?? bytes.length;
}
