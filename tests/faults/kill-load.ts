import { sampleAssistance, sampleCompletion, sampleHelp, sampleJournal } from '../../main/services/journal/samples.ts';

// Run by kill.test.ts until it is killed: argument 1 is the folder, argument 2 what it does. Every line it prints was acknowledged.

const [folder = '', what] = process.argv.slice(2);
const journal = await sampleJournal(folder);
const tell = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

if (what === 'retain') {
  tell({ act: 'begun' });
  const done = await journal.retain();
  tell({ act: 'retained', ok: done.ok });
  setInterval(() => {}, 1000); // until it is killed
}
for (let i = 0; what === 'write'; i++) {
  const note = `note ${i}`;
  const visit = await journal.add(sampleAssistance({ hour: i % 24 }), 'ABCD-1234');
  if (visit.ok) tell({ act: 'written', id: visit.value });
  const help = await journal.addHelp(sampleHelp({ note, tags: ['essai'] }));
  if (!help.ok || !visit.ok) continue;
  tell({ act: 'written', id: help.value });
  if ((await journal.complete(visit.value, sampleCompletion())).ok) tell({ act: 'completed', id: visit.value });
  if (i % 2 === 0 && (await journal.correct(help.value, sampleHelp({ note: `${note} anew` }), 'mistyped')).ok)
    tell({ act: 'corrected', id: help.value });
  if (i % 5 === 4 && (await journal.erase(help.value, 'by-mistake')).ok) tell({ act: 'erased', id: help.value });
}
