import { fork } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FLOW = path.join(import.meta.dirname, 'code-flow.ts');
/** Digits that are nowhere by chance. */
const MARKS = { MARK_PIN: '907162538', MARK_NEXT: '6192837405', MARK_WRONG: '70819263', MARK_NUMBER: '81726354091' };

/** A mark in every dress it could wear: digits, digits two a byte (as in a PIN block), base64 of either, JSON of its bytes. */
function dresses(mark: string): Buffer[] {
  const ascii = Buffer.from(mark);
  const packed = Buffer.from(mark.slice(0, mark.length & ~1), 'hex');
  const list = (bytes: Uint8Array) => [...bytes].join(',');
  const object = (bytes: Uint8Array) => JSON.stringify({ ...bytes }).slice(1, -1);
  const texts = [ascii, packed].flatMap((bytes) => [bytes.toString('hex'), list(bytes), object(bytes)]);
  // Base64 of bytes in the middle of others comes out in one of three ways; its inner part is enough.
  const inner = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), ascii])
      .toString('base64')
      .slice(4, -4),
  );
  return [ascii, packed, ...[...texts, ...inner].map((text) => Buffer.from(text))].filter((bytes) => bytes.length >= 4);
}
const found = (where: Buffer): string[] =>
  Object.entries(MARKS).flatMap(([name, mark]) => (dresses(mark).some((dress) => where.includes(dress)) ? [name] : []));

/** All that messages hold, bytes as bytes. */
function flat(value: unknown): Buffer {
  const parts: Buffer[] = [];
  const walk = (inside: unknown) => {
    if (inside instanceof Uint8Array) parts.push(Buffer.from(inside));
    else if (typeof inside === 'object' && inside !== null) for (const pair of Object.entries(inside)) pair.forEach(walk);
    else parts.push(Buffer.from(String(inside)));
    parts.push(Buffer.from('\n'));
  };
  walk(value);
  return Buffer.concat(parts);
}

interface Summary {
  outcomes: string[];
  pin: string;
  limits: Record<string, string>;
  views: unknown[];
  seen: unknown[];
}

describe.each(['1.7', '1.8'])('after everything that can be done with the code of a card of applet %s', (APPLET) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-marks-'));
  const fromCard: unknown[] = [];
  let output = Buffer.alloc(0);
  let summary: Summary | null = null;
  let left: string[] = [];
  const files = new Map<string, Buffer>();

  beforeAll(async () => {
    for (const name of ['home', 'temp', 'work']) mkdirSync(path.join(folder, name));
    const env = {
      ...process.env,
      ...MARKS,
      APPLET,
      HOME: path.join(folder, 'home'),
      TMPDIR: path.join(folder, 'temp'),
      NODE_OPTIONS: '',
    };
    const child = fork(FLOW, [], {
      cwd: path.join(folder, 'work'),
      env,
      execArgv: ['--import', 'data:text/javascript,globalThis.__TEST_BUILD__=true'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    const collect = (bytes: Buffer) => {
      output = Buffer.concat([output, bytes]);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('message', (message: { fromCard?: unknown } & Summary) => {
      if (message.fromCard !== undefined) fromCard.push(message.fromCard);
      else {
        summary = message;
        // Before it cleans up behind itself.
        left = readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name));
        for (const file of left) files.set(file, readFileSync(file));
      }
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error(`the flow ended with ${code}: ${output}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('all of it was done', () => {
    expect(summary).toMatchObject({ outcomes: ['done', 'done', 'done', 'done'], pin: MARKS.MARK_NEXT });
    expect(fromCard.length).toBeGreaterThan(5);
  });

  it('no code and no number is in what the card process sent', () => expect(found(flat(fromCard))).toEqual([]));
  it('none is in what the screens were told', () => expect(found(flat([summary?.views, summary?.seen]))).toEqual([]));
  it('none was printed', () => expect(found(output)).toEqual([]));
  it('none is in a file, not even a temporary one', () => {
    // The roots of the simulated cards lie there: the search has something to look through.
    expect(left.length).toBeGreaterThan(0);
    expect([...files].flatMap(([file, bytes]) => found(bytes).map((mark) => `${mark} in ${file}`))).toEqual([]);
  });
  it('a crash of the card process, or of the one that holds the digits, leaves no core', () =>
    expect(summary?.limits).toEqual({ card: '0 0', main: '0 0' }));
});

describe('the search', () => {
  it.each(Object.entries(MARKS))('finds %s in every dress', (name, mark) => {
    const bytes = Buffer.from(mark);
    const block = Buffer.from(`2${mark.length.toString(16)}${mark}`.padEnd(16, 'f').slice(0, 16), 'hex');
    for (const where of [
      bytes,
      flat({ deep: [{ code: new Uint8Array(bytes) }] }),
      Buffer.from(JSON.stringify({ code: bytes })),
      Buffer.from(JSON.stringify({ code: new Uint8Array(bytes) })),
      Buffer.from(Buffer.concat([Buffer.from('{"code":"'), bytes, Buffer.from('"}')]).toString('base64')),
      Buffer.from(block.toString('hex')),
      block,
    ])
      expect(found(where)).toEqual([name]);
  });
});

describe('the source', () => {
  const files = (...patterns: string[]) =>
    globSync(patterns, { cwd: ROOT })
      .filter((file) => !/\.test\.ts$|^native\/sim\//.test(file))
      .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
  it('starts no crash reporter, which would send memory away', () =>
    expect(files('main/**/*.ts', 'native/**/*.ts').filter(({ text }) => /crashReporter/.test(text))).toEqual([]));
  it('prints nothing and writes no file where codes pass', () => {
    const passed = files('native/**/*.ts', 'main/services/code/*.ts', 'main/services/card/*.ts', 'main/shell/pin.ts');
    expect(passed.length).toBeGreaterThan(40);
    const wrong = /console\.|process\.std(out|err)|writeFile|appendFile|createWriteStream/;
    expect(passed.filter(({ text }) => wrong.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
