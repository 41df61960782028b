import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';

describe('a packaged Comptoir', () => {
  it('refuses to run as root', () => expect(refusal({ packaged: true, uid: 0, switches: [] })).toBe('as-root'));
  it.each(['--no-sandbox', '--no-sandbox=1', '--disable-setuid-sandbox', '--disable-namespace-sandbox'])('refuses %s', (s) =>
    expect(refusal({ packaged: true, uid: 1000, switches: ['x', s] })).toBe('no-sandbox'),
  );
  it('runs as an ordinary user', () => expect(refusal({ packaged: true, uid: 1000, switches: ['--lang=fr'] })).toBeNull());
});

it('a development run may be root: there is no other user on a build machine', () => {
  expect(refusal({ packaged: false, uid: 0, switches: ['--no-sandbox'] })).toBeNull();
});
