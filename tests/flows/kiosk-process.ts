import { sampleAssistance, sampleJournal } from '../../main/services/journal/samples.ts';
import { openKiosk } from './kiosk.ts';

// A process to be killed by power-cut.test.ts. Argument 1 is the data folder, argument 2 what it does until then.

const [folder = '', what] = process.argv.slice(2);

if (what === 'visit') {
  const { visit } = await openKiosk(folder);
  await visit.begin('fr');
  visit.opened('eid-pin-code');
  visit.step('eid-pin-code', 1);
  console.log('open');
  setInterval(() => {}, 1_000);
} else {
  const journal = await sampleJournal(folder);
  for (let hour = 0; ; hour = (hour + 1) % 24) {
    const added = await journal.add(sampleAssistance({ hour }), 'ABCD-1234');
    if (added.ok) process.stdout.write(`${added.value}\n`);
  }
}
