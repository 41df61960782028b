import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { firstWindow } from './first.ts';

const first = (text: string | null) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-first-'));
  try {
    if (text !== null) writeFileSync(path.join(folder, 'settings.json'), text);
    return firstWindow(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

it.each([
  [null],
  ['{}'],
  ['{"seats":["kiosk"]}'],
  ['{"seats":["console","kiosk"]}'],
  ['{"seats":["consol"]}'],
  ['{"seats":[]}'],
  ['{broken'],
  ['7'],
  ['null'],
])('the kiosk comes first for %s', (text) => expect(first(text)).toEqual({ kiosk: true, locked: false }));
it.each(['{"seats":["console"]}', '{"seats":["phone","console"]}'])('no kiosk for %s: a staff machine shows no poster', (text) =>
  expect(first(text).kiosk).toBe(false),
);
it('a locked kiosk is locked from its first moment', () => expect(first('{"locked":true}').locked).toBe(true));

it('a locked kiosk stays locked when its file has a slip', () => expect(first('{ "locked": true, }').locked).toBe(true));
