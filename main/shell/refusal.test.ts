import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';

const start = (change: Partial<Parameters<typeof refusal>[0]>) =>
  refusal({ packaged: true, uid: 1000, has: () => false, env: {}, ...change });

describe('a packaged Comptoir', () => {
  it('refuses to run as root', () => expect(start({ uid: 0 })).toBe('as-root'));
  it.each([
    'no-sandbox',
    'disable-setuid-sandbox',
    'disable-namespace-sandbox',
    'disable-seccomp-filter-sandbox',
    'disable-gpu-sandbox',
    'no-zygote',
    'single-process',
  ])('refuses --%s', (name) => expect(start({ has: (asked) => asked === name })).toBe('no-sandbox'));
  it('refuses the environment that switches the sandbox off', () =>
    expect(start({ env: { ELECTRON_DISABLE_SANDBOX: '1' } })).toBe('no-sandbox'));
  it('runs as an ordinary user', () => expect(start({ has: (asked) => asked === 'lang' })).toBeNull());
});

it('a development run may be root: there is no other user on a build machine', () => {
  expect(start({ packaged: false, uid: 0, has: () => true })).toBeNull();
});
