import type { Session } from 'electron';
import { expect, it, vi } from 'vitest';
import { countLater, countLeft } from './left.ts';

// Chromium's sessions are not to be had without Electron; that a real one is empty is seen in tests/e2e.
vi.mock('electron', () => ({ webContents: { getAllWebContents: () => [] } }));

const sessionWith = (cookies: () => Promise<readonly string[]>) =>
  ({
    cookies: { get: cookies },
    serviceWorkers: { getAllRunning: () => ({}) },
    getCacheSize: async () => 0,
  }) as unknown as Session; // all that is counted of one
const count = () => countLeft({ folders: [], signedOut: () => true });

it('a session that cannot be counted counts as left, and hides none of the others', async () => {
  countLater(sessionWith(() => Promise.reject(new Error('gone'))));
  countLater(sessionWith(async () => ['a', 'b']));
  expect(await count()).toEqual({ files: 1, cookies: 2, signedOut: true });
  expect(await count()).toEqual({ files: 0, cookies: 0, signedOut: true });
});

it('what the next visit opens while the last one is counted is counted after it', async () => {
  countLater(
    sessionWith(async () => {
      countLater(sessionWith(async () => ['next']));
      return [];
    }),
  );
  expect(await count()).toEqual({ files: 0, cookies: 0, signedOut: true });
  expect(await count()).toEqual({ files: 0, cookies: 1, signedOut: true });
});
