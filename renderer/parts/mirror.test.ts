import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const sheets = globSync('{parts,kiosk,pin,paper}/**/*.css', { cwd: root });

/** Left and right by name, or hidden in the second and fourth of four values. */
const PHYSICAL =
  /(^|[\s;{])(left|right|(margin|padding|border)-(left|right)[\w-]*)\s*:|text-align:\s*(left|right)|(margin|padding|inset):\s*\S+ (?<end>\S+) \S+ (?!\k<end>;)[^;\s]+;/;

test('no style says left or right, so that the page can be mirrored for Arabic', () => {
  expect(sheets.length).toBeGreaterThan(20);
  for (const sheet of sheets) {
    const lines = readFileSync(path.join(root, sheet), 'utf8').split('\n');
    expect([sheet, lines.filter((line) => PHYSICAL.test(line))]).toEqual([sheet, []]);
  }
});
