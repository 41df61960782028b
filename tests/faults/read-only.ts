import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sampleAssistance, sampleJournal } from '../../main/services/journal/samples.ts';

// Run by read-only.test.ts on a small disk: argument 1 is its folder, argument 2 says whether a journal was there before.

const [disk = '', before] = process.argv.slice(2);
const folder = join(disk, 'data');
const remount = (how: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,bind,${how}`, disk]);

if (before === 'yes') {
  mkdirSync(folder);
  const first = await sampleJournal(folder);
  await first.add(sampleAssistance({ hour: 8 }), null);
  await first.close();
}
remount('ro');
const journal = await sampleJournal(folder, { retryEvery: 20 });
const added = await journal.add(sampleAssistance({ hour: 9 }), null);
const readOnly = await journal.check();
remount('rw');
for (let i = 0; i < 200 && (await journal.check()).kept > 0; i++) await new Promise((resolve) => setTimeout(resolve, 20));
const writable = await journal.check();
const day = await journal.day('2026-11-21');
await journal.close();
console.log(
  JSON.stringify({ added, readOnly, writable, hours: day.ok ? day.value.assistances.map((one) => one.record.hour) : day.code }),
);
