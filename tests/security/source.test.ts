import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const files = (patterns: string[]) =>
  globSync(patterns, { cwd: ROOT })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));

const power = files(['main/**/*.ts', 'native/**/*.ts']);
const screens = files(['renderer/**/*.{ts,tsx,html,css}']);

/** Files of a list that match, so that a failure names them. */
const those = (list: { file: string; text: string }[], wrong: RegExp) =>
  list.filter(({ text }) => wrong.test(text)).map(({ file }) => file);

describe('the source', () => {
  it('was found', () => {
    expect(power.length).toBeGreaterThan(20);
    expect(screens.length).toBeGreaterThan(10);
  });
  // In quotes it is the name of a permission, which is refused.
  it('opens nothing outside (point 15)', () => expect(those(power, /openExternal(?!')|shell\.open/)).toEqual([]));
  it('never loosens a window (points 2-4, 6, 8-12)', () =>
    expect(
      those(
        power,
        /nodeIntegration:\s*true|contextIsolation:\s*false|sandbox:\s*false|webSecurity:\s*false|webviewTag:\s*true|experimentalFeatures|enableBlinkFeatures/,
      ),
    ).toEqual([]));
  it('has no page that writes markup or evaluates text', () =>
    expect(those(screens, /dangerouslySetInnerHTML|innerHTML\s*=|\beval\(|new Function\(/)).toEqual([]));
  it('has no page that names a host to load from', () =>
    expect(those(screens, /(src|href)=["']https?:|@import\s+["']?https?:|url\(\s*["']?https?:|fetch\(["'`]https?:/)).toEqual([]));
  it('has no field to type in on a screen of a citizen: nobody there can be asked for a code', () =>
    expect(
      those(
        screens.filter(({ file }) => /renderer\/(kiosk|pin|paper|parts)\//.test(file)),
        /<(input|textarea)|TextField|TextArea|SearchField|NumberField|contentEditable/,
      ),
    ).toEqual([]));
  it('has no screen that stores anything', () =>
    expect(those(screens, /localStorage|sessionStorage|indexedDB|document\.cookie/)).toEqual([]));
});
