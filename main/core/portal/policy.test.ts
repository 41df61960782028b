import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempt, judge, placeOf } from './policy.ts';
import { acts } from './policy-acts.ts';
import { allowed, pages } from './policy-table.ts';
import { Refusal } from './view.ts';

const lines = [...pages, ...acts].map(([attempt, rule, why]) => {
  const whole: Attempt = typeof attempt === 'string' ? { kind: 'page', url: attempt } : attempt;
  return { name: JSON.stringify(whole), attempt: whole, rule, why };
});

describe('the judge of the portal', () => {
  it.each(lines)('$name → $rule, $why', ({ attempt, rule, why }) => {
    const verdict = judge(allowed, attempt);
    expect(verdict).toMatchObject(why === 'yes' ? { allowed: true, rule } : { allowed: false, rule, why });
    if (!verdict.allowed) expect(Refusal.options).toContain(verdict.why);
  });

  it('judges all ways of going to a page alike, but for the empty one', () => {
    for (const [url] of pages) {
      if (typeof url !== 'string' || url.startsWith('about:')) continue;
      const verdict = judge(allowed, { kind: 'page', url });
      for (const kind of ['redirect', 'frame', 'window'] as const) expect(judge(allowed, { kind, url })).toEqual(verdict);
    }
  });

  it('names no rule that docs/portal.md does not explain, and the table tries each', () => {
    const explained = readFileSync(join(import.meta.dirname, '../../../docs/portal.md'), 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm);
    const named = new Set([...explained].map(([, rule]) => rule));
    const tried = new Set(lines.map(({ rule }) => rule));
    expect([...tried].sort()).toEqual([...named].sort());
  });

  it('allows nothing when nothing is allowed', () => {
    for (const [url] of pages)
      if (typeof url === 'string') expect(judge({ places: [], logins: [] }, { kind: 'page', url }).allowed).toBe(false);
  });
});

/** Pieces that addresses are made of, good ones and bad ones, in any order. */
const piece = fc.constantFrom(
  ...[
    'https:',
    'http:',
    'HTTPS:',
    '//',
    '/',
    '\\',
    'mypension.be',
    'MYPENSION.be',
    'irisbox.irisnet.be',
    'certif.iamfas.belgium.be',
  ],
  ...[
    '.evil.example',
    'evil.example',
    '@',
    ':',
    ':443',
    ':80',
    '.',
    '..',
    ';',
    '%2e',
    '%2f',
    '%252e',
    '%5c',
    '%00',
    '?',
    '#',
    '\t',
    '\n',
  ],
  ...[
    'irisbox',
    '/irisbox/',
    '/papers/form',
    'about:',
    'blank',
    'blob:',
    'data:',
    'javascript:',
    'xn--',
    '-',
    '\u200d',
    '。',
    'і',
    '[::1]',
  ],
);
const made = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''));
const address = fc.oneof(
  made,
  made.map((rest) => `https://${rest}`),
  fc.webUrl(),
  fc.string(),
  fc.string({ unit: 'binary' }),
);

describe('the judge, whatever the address', () => {
  it('allows as a page only https on the very host, its port, no name, below the beginning', () => {
    fc.assert(
      fc.property(address, fc.constantFrom('page', 'redirect', 'frame', 'window'), (url, kind) => {
        const verdict = judge(allowed, { kind, url });
        if (!verdict.allowed || verdict.place === null) return;
        const { protocol, hostname, port, username, password, pathname } = new URL(url);
        expect([protocol, hostname, port, username, password]).toEqual(['https:', verdict.place.host, '', '', '']);
        expect(pathname.startsWith(verdict.place.path)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('allows without a place only an empty frame or window', () => {
    fc.assert(
      fc.property(address, fc.constantFrom('page', 'redirect', 'frame', 'window'), (url, kind) => {
        const verdict = judge(allowed, { kind, url });
        if (!verdict.allowed || verdict.place !== null) return;
        expect(['frame', 'window']).toContain(kind);
        expect(new URL(url).href).toMatch(/^about:(blank|srcdoc)/);
      }),
      { numRuns: 3000 },
    );
  });

  it('lets no path leave its beginning, in whatever way a server reads it', () => {
    const step = fc.constantFrom(
      '..',
      '%2e%2e',
      '%252e.',
      '..;',
      '..;a=1',
      'a',
      'b;c',
      '%2f',
      '%5c',
      '.',
      '',
      'admin',
      '%c3%a9',
      '..%2f',
      '..%255c',
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const url = `https://irisbox.irisnet.be/irisbox/${steps.join('/')}`;
        if (!judge(allowed, { kind: 'page', url }).allowed) return;
        // The most generous server: decodes all, knows no parameters, takes every stroke for a slash.
        let path = new URL(url).pathname;
        for (let i = 0; i < 5; i++) path = decodeURIComponent(path);
        const read = new URL(
          path
            .replaceAll('\\', '/')
            .replace(/;[^/]*/g, '')
            .replace(/\/+/g, '/'),
          'https://x.example',
        ).pathname;
        expect(read.startsWith('/irisbox/')).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('fetches nothing from this machine or its network', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const numbers = fc.tuple(byte, byte, byte, byte);
    const ways = [
      ([a, b, c, d]: number[]) => `${a}.${b}.${c}.${d}`,
      ([a, b, c, d]: number[]) => `${(((a ?? 0) * 256 + (b ?? 0)) * 256 + (c ?? 0)) * 256 + (d ?? 0)}`,
      ([a, b, c, d]: number[]) => `0x${a?.toString(16)}.0${b?.toString(8)}.${(c ?? 0) * 256 + (d ?? 0)}`,
      ([a, b, c, d]: number[]) => `[::ffff:${a}.${b}.${c}.${d}]`,
    ];
    fc.assert(
      fc.property(numbers, fc.constantFrom(...ways), fc.constantFrom('https', 'wss'), (four, way, scheme) => {
        expect(judge(allowed, { kind: 'resource', url: `${scheme}://${way(four)}/` })).toMatchObject({ rule: 'number-host' });
      }),
    );
  });

  it('keeps no file but of an allowed place, with a type and a size', () => {
    fc.assert(
      fc.property(address, fc.string(), fc.string(), fc.double(), (url, mime, name, bytes) => {
        const verdict = judge(allowed, { kind: 'download', url, mime, name, bytes });
        if (verdict.allowed) expect(verdict.place).not.toBeNull();
        expect(judge(allowed, { kind: 'download', url, mime: 'text/html', name, bytes }).allowed).toBe(false);
      }),
    );
  });

  it('never throws, and gives the same verdict twice', () => {
    const attempt: fc.Arbitrary<Attempt> = fc.oneof(
      fc.record({ kind: fc.constantFrom('page', 'redirect', 'frame', 'resource'), url: address }),
      fc.record({ kind: fc.constant('window' as const), url: address, stacked: fc.integer() }),
      fc.record({ kind: fc.constant('permission' as const), name: fc.string() }),
      fc.record({
        kind: fc.constant('key' as const),
        key: fc.string({ unit: 'binary' }),
        control: fc.boolean(),
        meta: fc.boolean(),
        alt: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('download' as const),
        url: address,
        mime: fc.string(),
        bytes: fc.double(),
        name: fc.string({ unit: 'binary' }),
        from: address,
      }),
    );
    fc.assert(
      fc.property(attempt, (one) => {
        expect(judge(allowed, one)).toEqual(judge(allowed, one));
      }),
      { numRuns: 3000 },
    );
  });

  it('says of an address whose place it is exactly when a page may go there', () => {
    fc.assert(
      fc.property(address, (url) => {
        if (!URL.canParse(url)) return;
        const verdict = judge(allowed, { kind: 'page', url });
        expect(placeOf(allowed, new URL(url))).toBe(verdict.allowed ? verdict.place : null);
      }),
    );
  });
});
