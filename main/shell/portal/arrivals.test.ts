import { EventEmitter } from 'node:events';
import type { DownloadItem, Session } from 'electron';
import { expect, it } from 'vitest';
import { allowed } from '../../core/portal/policy-table.ts';
import { guardArrivals } from './arrivals.ts';
import { makeRefusals } from './refusals.ts';

// Chromium's part is tried in tests/e2e; here only who is let in.

const item = (): DownloadItem =>
  Object.assign(new EventEmitter(), {
    getURL: () => `https://${allowed.places[0]?.host}${allowed.places[0]?.path}a.pdf`,
    getMimeType: () => 'application/pdf',
    getTotalBytes: () => 1_000,
    getFilename: () => 'a.pdf',
  }) as unknown as DownloadItem; // all that is asked of one

it('two documents come side by side, a third is refused, and one that has ended makes room', () => {
  const session = Object.assign(new EventEmitter(), { webRequest: { onHeadersReceived: () => {} } });
  const taken: DownloadItem[] = [];
  const refusals = makeRefusals(() => {});
  guardArrivals(session as unknown as Session, allowed, { take: (one) => void taken.push(one) }, refusals);
  const send = () => {
    const one = item();
    let prevented = false;
    const event = {
      preventDefault: () => {
        prevented = true;
      },
    };
    session.emit('will-download', event, one, { isDestroyed: () => false, getURL: () => one.getURL() });
    return prevented;
  };
  expect([send(), send(), send()]).toEqual([false, false, true]);
  expect(refusals.last()).toMatchObject({ why: 'download' });
  (taken[0] as unknown as EventEmitter).emit('done', {}, 'completed');
  expect([send(), send()]).toEqual([false, true]);
});

it('a refusal that was read is gone from the screen, too', () => {
  let changes = 0;
  const refusals = makeRefusals(() => {
    changes += 1;
  });
  refusals.read();
  expect(changes).toBe(0);
  refusals.refuse('download');
  refusals.read();
  expect(refusals.last()).toBeNull();
  expect(changes).toBe(2);
});
