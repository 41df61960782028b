import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { type Ports, run } from './index.ts';

/** Runs `comptoir guard` on what is piped in, piece by piece. */
async function guard(pieces: readonly (string | Uint8Array)[], args: string[] = []) {
  let [out, err] = ['', ''];
  const ports: Ports = {
    launch: () => {
      throw new Error('no reader is asked');
    },
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    dataFolder: '/nowhere',
    localesFolder: `${import.meta.dirname}/../../locales`,
    runtime: { kind: 'node', electron: null, node: '20.18.1' },
    now: () => new Date(),
    env: { LANG: 'fr_BE' },
    stdin: Readable.from(pieces),
  };
  const code = await run(['guard', ...args], ports);
  const lines = out.split('\n').slice(0, -1);
  return { code, out, err, lines: lines.map((line) => JSON.parse(line)) };
}

it('gives a verdict for each line, with the place and never what was found', async () => {
  const { code, out, err } = await guard(['Carte lue, 15 minutes\nNN 85.02.30-033.90, rappelé\n\nMme Diallo']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(
    [
      '{"ok":true,"findings":[]}',
      '{"ok":false,"findings":[{"kind":"national-number","start":3,"end":18}]}',
      '{"ok":true,"findings":[]}',
      '{"ok":false,"findings":[{"kind":"name","start":4,"end":10}]}',
      '',
    ].join('\n'),
  );
});

it('reads a sign and a line that come in two pieces, and the ends of lines of Windows', async () => {
  const bytes = new TextEncoder().encode('née en 1951\r\nok\r\n');
  for (let cut = 0; cut <= bytes.length; cut++) {
    const { lines } = await guard([bytes.subarray(0, cut), bytes.subarray(cut)]);
    expect(lines).toEqual([
      { ok: false, findings: [{ kind: 'birth-date', start: 7, end: 11 }] },
      { ok: true, findings: [] },
    ]);
  }
});

it('takes no note for two because of an odd sign in it', async () => {
  const { lines } = await guard(['PIN\u2028oublié\u2029\r, rien\n']);
  expect(lines).toEqual([{ ok: true, findings: [] }]);
});

it('says nothing of nothing, and knows no options', async () => {
  expect(await guard([])).toMatchObject({ code: 0, out: '' });
  expect(await guard(['Mme Diallo'], ['--loud'])).toMatchObject({ code: 64, out: '' });
  expect(await guard(['Mme Diallo'], ['Mme Diallo'])).toMatchObject({ code: 64, out: '' });
});
