import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from '@playwright/test';
import { PEOPLE } from '../../native/sim/people.ts';
import { openCounter } from './counter.ts';
import { atCode, counted, ends, leave } from './pages/code.ts';
import { found } from './pages/found.ts';
import { openPin } from './pages/pin.ts';

// The real app, its real windows, its profile and journal: a marked code and a marked number go through all of them and stay in none.

/** Digits that are nowhere by chance: the card's code, and a wrong one. */
const PIN = '907162538';
const WRONG = '70819263';
const NUMBER = PEOPLE.nadia.identity[6] ?? '';
/** As typed, and two digits a byte as in the command. */
const MARKS = [PIN, WRONG, NUMBER].flatMap((mark) => [mark, Buffer.from(mark.slice(0, mark.length & ~1), 'hex')]);

test('a code and a national number are in no file of the profile, no journal, no output, after a code and a signature', async () => {
  const began = Date.now();
  const counter = await openCounter({ settings: { seats: ['kiosk', 'console'] } });
  try {
    const { app, mint } = counter;
    const card = counted(mint.card('nadia', undefined, { pin: PIN }));
    const kiosk = await atCode(counter, card);
    const pin = await openPin(app, kiosk, 'try-login');
    await pin.press(pin.w('consent.yes'));
    await pin.type(WRONG);
    await pin.page.keyboard.press('Enter');
    await expect(pin.page.getByRole('alert')).toContainText(pin.w('problem.wrong'));
    expect(found(app.folder, MARKS)).toEqual([]);
    await pin.type(PIN);
    await pin.page.keyboard.press('Enter');
    await ends(kiosk, pin, pin.w('end.done.try-login.title'), kiosk.w('code.done.try-login'));
    expect(card.codes()).toBe(2);
    // The search is worth something: it finds what the visit may leave, the settings.
    expect(found(app.folder, ['"seats"'])).not.toEqual([]);
    await kiosk.press(kiosk.w('code.lost'));
    await leave(counter, kiosk);
    expect(found(app.folder, MARKS)).toEqual([]);
    const ours = /comptoir-(roots|world)-|cups-|playwright/;
    expect(found(tmpdir(), MARKS, began).filter((file) => !ours.test(file))).toEqual([]);
    for (const mark of [PIN, WRONG, NUMBER]) expect(app.said()).not.toContain(mark);
    // The process that held the digits writes no dump of its memory.
    const limits = readFileSync(`/proc/${app.electron.process().pid}/limits`, 'utf8');
    expect(limits).toMatch(/^Max core file size +0 +0 /m);
  } finally {
    await counter.close();
  }
});
