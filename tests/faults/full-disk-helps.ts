import { closeSync, openSync, readFileSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sampleHelp, sampleJournal } from '../../main/services/journal/samples.ts';

// Run by full-disk.test.ts on a small disk: argument 1 is its folder. A facilitator writes and erases while the disk is full.

const [folder = ''] = process.argv.slice(2);
const filler = join(folder, 'filler');
const bytes = () => readFileSync(join(folder, 'journal.db')).toString('latin1');
const journal = await sampleJournal(folder);

const ids: string[] = [];
for (let i = 0; i < 40; i++) {
  const added = await journal.addHelp(sampleHelp({ note: `pangolinmark ${'b'.repeat(200)}` }));
  if (added.ok) ids.push(added.value);
}
await journal.settle();

/** Leaves so many bytes. */
function fill(left: number): void {
  const open = openSync(filler, 'w');
  const { bavail, bsize } = statfsSync(folder);
  writeSync(open, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  closeSync(open);
}

// Room for the words "erased" in the log, none for writing the file anew.
fill(200_000);
const erasedTight = await journal.erase(ids[0] ?? '', 'by-mistake');
const goneTight = (await journal.help(ids[0] ?? '')).ok === false;
fill(0);
let written = 0;
let refused = '';
for (let i = 0; i < 200 && refused === ''; i++) {
  const added = await journal.addHelp(sampleHelp({ note: `okapi ${i}` }));
  if (added.ok) written += 1;
  else refused = added.code;
}
const erasedFull = await journal.erase(ids[1] ?? '', 'by-mistake');
const kept = (await journal.check()).kept;
rmSync(filler);
const later = erasedFull.ok ? erasedFull : await journal.erase(ids[1] ?? '', 'by-mistake');
for (const id of ids.slice(2)) await journal.erase(id, 'by-mistake');
await journal.settle();
const { intact, entries } = await journal.check();
const page = await journal.list({ filter: {}, text: '', after: null, limit: 200 });
await journal.close();
const listed = page.ok ? page.value.lines.length : -1;
console.log(
  JSON.stringify({
    erasedTight,
    goneTight,
    refused,
    kept,
    later,
    intact,
    entries,
    written,
    listed,
    left: bytes().includes('pangolin'),
  }),
);
