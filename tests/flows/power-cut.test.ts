import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleJournal } from '../../main/services/journal/samples.ts';
import { openKiosk } from './kiosk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'power-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs kiosk-process.ts, kills it (SIGKILL) as soon as it has printed so many lines, gives the whole lines. */
async function killed(what: string, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'kiosk-process.ts'), folder, what], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (out.split('\n').length > lines) child.kill('SIGKILL');
  });
  const signal = await new Promise((resolve) => child.once('close', (_, how) => resolve(how)));
  expect(signal).toBe('SIGKILL');
  return out.split('\n').slice(0, -1);
}

describe('a power cut', () => {
  it('in the middle of a visit leaves a count at the next start, once', async () => {
    await killed('visit', 1);
    expect(existsSync(join(folder, 'visit-open'))).toBe(true);
    for (let start = 1; start <= 2; start++) {
      const { journal, wiped, close } = await openKiosk(folder);
      expect(await journal.day('2026-11-21')).toEqual({
        ok: true,
        value: { day: '2026-11-21', assistances: [], interrupted: 1 },
      });
      expect(wiped.includes('temp')).toBe(start === 1);
      await close();
    }
    expect(existsSync(join(folder, 'visit-open'))).toBe(false);
  });

  it.each([1, 7, 40])('after %i acknowledged entries loses none of them', async (lines) => {
    const acknowledged = await killed('write', lines);
    expect(acknowledged.length).toBeGreaterThanOrEqual(lines);
    const journal = await sampleJournal(folder);
    const day = await journal.day('2026-11-21');
    const there = new Set(day.ok ? day.value.assistances.map((one) => one.id) : []);
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    expect(await journal.check()).toMatchObject({ intact: true, mishap: null });
    await journal.close();
  });
});
