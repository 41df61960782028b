import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';

const start = (change: Partial<Parameters<typeof refusal>[0]>) =>
  refusal({ packaged: true, uid: 1000, has: () => false, env: {}, inspected: false, ...change });

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
  it.each(['remote-debugging-port', 'remote-debugging-pipe', 'log-net-log', 'ssl-key-log-file', 'js-flags'])(
    'refuses --%s, with which others could look on',
    (name) => expect(start({ has: (asked) => asked === name })).toBe('watched'),
  );
  it.each(['host-resolver-rules', 'proxy-server', 'ignore-certificate-errors', 'disable-web-security'])(
    'refuses --%s, with which another site could stand under an official name',
    (name) => expect(start({ has: (asked) => asked === name })).toBe('misled'),
  );
  it('refuses the environment that writes the keys of its connections down', () =>
    expect(start({ env: { SSLKEYLOGFILE: '/tmp/keys' } })).toBe('watched'));
  it('is driven by tests only where its fuse lets it be inspected', () =>
    expect(start({ inspected: true, has: (asked) => asked === 'remote-debugging-port' })).toBeNull());
  it('runs as an ordinary user', () => expect(start({ has: (asked) => asked === 'lang' })).toBeNull());
});

it('a development run may be root: there is no other user on a build machine', () => {
  expect(start({ packaged: false, uid: 0, has: () => true })).toBeNull();
});
