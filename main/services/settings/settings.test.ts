import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings, SETTINGS_FILE } from './index.ts';
import { jsonError } from './json-error.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (text: string) => {
  writeFileSync(join(folder, SETTINGS_FILE), text);
  return readSettings(folder);
};
const wrong = (value: unknown) => {
  const result = read(JSON.stringify(value));
  return result.ok ? [] : result.problems;
};

describe('readSettings', () => {
  it('gives every default when there is no file', () => {
    const result = readSettings(folder);
    expect(result.ok && result.value.seats).toEqual(['kiosk', 'console']);
  });

  it('keeps what is set and fills in the rest, even after a byte order mark', () => {
    const result = read(`\uFEFF${JSON.stringify({ idle: { seconds: 90 } })}`);
    expect(result.ok && result.value.idle).toEqual({ seconds: 90, warning: 60 });
  });

  it.each([
    [{ idle: { seconds: 'soon' } }, 'idle.seconds', '"soon"', 'integer 20..1800'],
    [{ idle: { seconds: 5 } }, 'idle.seconds', '5', 'integer 20..1800'],
    [{ idle: { seconds: 20.5 } }, 'idle.seconds', '20.5', 'integer 20..1800'],
    [{ seats: ['kiosk', 'bar'] }, 'seats.1', '"bar"', '"kiosk" | "console" | "phone"'],
    [{ seats: [] }, 'seats', '[]', '[ "kiosk" | "console" | "phone", … ] 1..'],
    [{ seats: ['kiosk', 'kiosk'] }, 'seats', '["kiosk","kiosk"]', '[ "kiosk" | "console" | "phone", … ] 1..'],
    [{ staffLanguage: 'it' }, 'staffLanguage', '"it"', '"fr" | "nl" | "de" | "en"'],
    [{ printers: { kiosk: '' } }, 'printers.kiosk', '""', 'string 1.. | null'],
    [{ locked: 'yes' }, 'locked', '"yes"', 'true | false'],
    [{ place: 3 }, 'place', '3', '{ name, region, kiosk }'],
  ])('%j names the key, what was found and what is allowed', (value, key, found, allowed) => {
    expect(wrong(value)).toEqual([{ key, found, allowed }]);
  });

  it('names an unknown key and the keys that exist there', () => {
    expect(wrong({ place: { nmae: 'x' } })).toEqual([{ key: 'place.nmae', found: '"nmae"', allowed: '{ name, region, kiosk }' }]);
  });

  it('lists every problem, not only the first', () => {
    expect(wrong({ locked: 1, idle: { warning: 1 } }).map((p) => p.key)).toEqual(['idle.warning', 'locked']);
  });

  it('names the file when it holds no object', () => {
    expect(wrong([])[0]).toMatchObject({ key: SETTINGS_FILE, found: '[]' });
  });

  it('names the line where the JSON breaks', () => {
    expect(read('{\n  "locked": true,\n  "idle": oops\n}')).toEqual({
      ok: false,
      problems: [{ key: `${SETTINGS_FILE}:3`, found: '"idle": oops', allowed: 'JSON' }],
    });
    expect(read('')).toMatchObject({ ok: false, problems: [{ key: `${SETTINGS_FILE}:1` }] });
    expect(read('{"locked": true')).toMatchObject({ ok: false, problems: [{ key: `${SETTINGS_FILE}:1` }] });
  });

  it('says the system code when the file cannot be read', () => {
    mkdirSync(join(folder, SETTINGS_FILE));
    expect(readSettings(folder)).toMatchObject({ ok: false, problems: [{ key: SETTINGS_FILE, found: 'EISDIR' }] });
  });
});

describe('jsonError', () => {
  it('agrees with the engine on what is JSON', () => {
    const almost = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', '\\', '0', 'x', '\n', ':'))
      .map(([text, at, extra]) => text.slice(0, at % (text.length + 1)) + extra + text.slice(at % (text.length + 1)));
    fc.assert(
      fc.property(fc.oneof(fc.json(), almost, fc.string()), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(jsonError(text) === null).toBe(valid);
      }),
      { numRuns: 2000 },
    );
  });
});
