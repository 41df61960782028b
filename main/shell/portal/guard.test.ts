import { EventEmitter } from 'node:events';
import type { WebContents, WindowOpenHandlerResponse } from 'electron';
import { expect, it } from 'vitest';
import { type Attempt, judge } from '../../core/portal/policy.ts';
import { allowed } from '../../core/portal/policy-table.ts';
import { guardPage, preferencesOf } from './guard.ts';

// Chromium's part is tried in tests/e2e; here only that each event is put to the judge, and that his word holds.

const HERE = 'https://mypension.be/';
const AWAY = 'https://evil.example/';
const KEY = { control: false, meta: false, alt: false, type: 'keyDown' };

/** Contents that a judge watches over: what was asked of him, and how his answer ended. */
function watched(verdict: (attempt: Attempt) => boolean) {
  const asked: Attempt[] = [];
  const done: string[] = [];
  let open: ((to: { url: string }) => WindowOpenHandlerResponse) | undefined;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof open) => {
      open = handler;
    },
    setIgnoreMenuShortcuts: (ignored: boolean) => done.push(`menus ignored: ${ignored}`),
    setWebRTCIPHandlingPolicy: () => {},
    closeDevTools: () => done.push('tools closed'),
  });
  const ask = (attempt: Attempt) => {
    asked.push(attempt);
    return verdict(attempt);
  };
  guardPage(contents as unknown as WebContents, {
    may: ask,
    would: ask,
    opened: () => ({ action: 'allow' }),
    active: () => {},
    away: () => {},
  });
  /** True when it was let through. */
  const emit = (name: string, more: object, ...rest: unknown[]) => {
    let prevented = false;
    const preventDefault = () => {
      prevented = true;
    };
    contents.emit(name, { preventDefault, ...more }, ...rest);
    return !prevented;
  };
  return { asked, done, emit, open: (url: string) => open?.({ url }).action };
}

const EVENTS: readonly [name: string, event: object, rest: unknown[], attempt: Attempt][] = [
  ['will-navigate', { url: AWAY }, [], { kind: 'page', url: AWAY }],
  ['will-redirect', { url: AWAY, isMainFrame: true }, [], { kind: 'redirect', url: AWAY }],
  ['will-redirect', { url: AWAY, isMainFrame: false }, [], { kind: 'frame', url: AWAY }],
  ['will-frame-navigate', { url: AWAY, isMainFrame: false }, [], { kind: 'frame', url: AWAY }],
  ['before-input-event', {}, [{ ...KEY, key: 'F12' }], { kind: 'key', key: 'F12', control: false, meta: false, alt: false }],
  ['select-bluetooth-device', {}, [[], () => {}], { kind: 'permission', name: 'bluetooth' }],
  ['login', {}, [{}, {}, () => {}], { kind: 'password' }],
];

it.each(EVENTS)('%s of %o is put to the judge, and a no stops it', (name, event, rest, attempt) => {
  const { asked, emit } = watched(() => false);
  asked.length = 0;
  expect(emit(name, event, ...rest)).toBe(false);
  expect(asked).toEqual([attempt]);
});

it('a yes lets page, key and window through', () => {
  const { asked, emit, open } = watched((attempt) => judge(allowed, attempt).allowed);
  expect(emit('will-navigate', { url: HERE })).toBe(true);
  expect(emit('before-input-event', {}, { ...KEY, key: 'a' })).toBe(true);
  expect([open(HERE), open(AWAY)]).toEqual(['allow', 'deny']);
  expect(asked.at(-1)).toEqual({ kind: 'window', url: AWAY });
});

it('menus, tools, and what a drop does follow the judge', () => {
  const no = watched((attempt) => judge(allowed, attempt).allowed);
  no.emit('devtools-opened', {});
  expect(no.done).toEqual(['menus ignored: true', 'tools closed']);
  const yes = watched(() => true);
  yes.emit('devtools-opened', {});
  expect(yes.done).toEqual(['menus ignored: false']);
  expect(preferencesOf((attempt) => judge(allowed, attempt).allowed)).toMatchObject({ navigateOnDragDrop: false });
  expect(preferencesOf(() => true)).toMatchObject({ navigateOnDragDrop: true, devTools: true });
});
