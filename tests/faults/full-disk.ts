import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sampleAssistance, sampleJournal } from '../../main/services/journal/samples.ts';

// Run by full-disk.test.ts on a small disk: argument 1 is its folder, argument 2 says when it gets full.

const [folder = '', when] = process.argv.slice(2);
const filler = join(folder, 'filler');

/** Writes until the disk takes nothing more, not even a byte. */
function fill(): void {
  const open = openSync(filler, 'a');
  for (let piece = 65_536; piece >= 1; ) {
    try {
      writeSync(open, Buffer.alloc(piece));
    } catch {
      piece = Math.floor(piece / 2);
    }
  }
  closeSync(open); // a removed file that is open keeps its room
}
const day = async () => {
  const result = await journal.day('2026-11-21');
  return result.ok ? result.value.assistances.length : result.code;
};

if (when === 'before') fill();
const journal = await sampleJournal(folder, { retryEvery: 20 });
const told: string[] = [];
journal.onChange((changed) => told.push(changed));
let taken = 0;
const codes = new Set<string>();
if (when === 'between') {
  await journal.add(sampleAssistance(), null);
  taken = 1;
  fill();
}
if (when === 'slowly') {
  // The journal itself fills the disk.
  for (; codes.size === 0 && taken < 100_000; ) {
    const result = await journal.add(sampleAssistance(), null);
    if (result.ok) taken += 1;
    else codes.add(result.code);
  }
} else {
  // Small entries may still fit in pages that are there: on until one does not.
  for (let i = 0; i < 200 && codes.size < 1; i++) {
    const result = await journal.add(sampleAssistance(), null);
    if (result.ok) taken += 1;
    else codes.add(result.code);
  }
  const result = await journal.add(sampleAssistance(), null);
  if (!result.ok) codes.add(result.code);
}
const whileFull = await journal.check();
const interrupted = await journal.interrupted(1);
await journal.settle();
const toldWhileFull = told.length;
rmSync(filler, { force: true });
// Without a filler there is nothing to remove: the disk stays full, as it does in the field.
for (let i = 0; i < 200 && when !== 'slowly' && (await journal.check()).kept > 0; i++)
  await new Promise((resolve) => setTimeout(resolve, 20));
const after = await journal.check();
const shown = await day();
await journal.close();
console.log(JSON.stringify({ taken, codes: [...codes], whileFull, interrupted, toldWhileFull, told: told.length, after, shown }));
