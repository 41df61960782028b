import { expect } from '@playwright/test';
import type { Kiosk } from './kiosk.ts';
import { procedure, words } from './words.ts';

/** One place a citizen can be, reached from the one before it: every screen and window of a visit, in one walk. */
export interface Stop {
  name: string;
  /** From the stop before. */
  go(): Promise<void>;
  /** This is what is on screen. */
  here(): Promise<void>;
  /** Closes a window, by its own button: the next stop begins on the screen under it. */
  leave?(): Promise<void>;
}

/**
 * The walk of one visit, from "choose a language" to the paper; each stop is left (`leave`) before the next. The screens of the
 * card itself are not in it: they need one.
 */
export function walk(kiosk: Kiosk, id = 'composition-menage'): Stop[] {
  const { w, press, heading, page } = kiosk;
  const { title, steps } = procedure(kiosk.language, id);
  const step = (n: number) => steps[n]?.do ?? '';
  const close = () => press(w('move.close'));
  const poster = words(kiosk.language, 'attract');
  return [
    {
      name: 'language',
      go: async () => {},
      here: () => expect(page.locator('.tongue').first()).toBeVisible(),
    },
    {
      name: 'home',
      go: () => page.getByRole('button', { name: poster('name') }).click(),
      here: () => expect(page.locator('.home-list .tile').first()).toBeVisible(),
    },
    {
      name: 'window of the language',
      go: () => press(poster('name')),
      here: () => heading(w('tools.languageTitle')),
      leave: close,
    },
    {
      name: 'window of the size',
      go: () => press(w('tools.size')),
      here: () => heading(w('tools.sizeTitle')),
      leave: close,
    },
    {
      name: 'window of a person',
      go: () => page.locator('.promise-person').click(),
      here: () => heading(w('person.title')),
      leave: close,
    },
    {
      name: 'window of a person called',
      go: async () => {
        await page.locator('.promise-person').click();
        await press(w('person.reason.other'));
      },
      here: () => heading(w('person.called')),
      leave: () => press(w('move.go')),
    },
    {
      name: 'hidden',
      go: () => press(w('tools.hide')),
      here: () => heading(w('hidden.title')),
      leave: () => press(w('hidden.show')),
    },
    {
      name: 'sheet',
      go: () => page.getByRole('button', { name: title }).first().click(),
      here: () => heading(title),
    },
    {
      name: 'window of another way',
      go: () => page.locator('.way').nth(1).click(),
      here: () => heading(w('ways.counter')),
      leave: close,
    },
    {
      name: 'guide, first step',
      go: () => page.locator('.frame-go .btn-primary').click(),
      here: () => heading(step(0)),
    },
    {
      name: 'guide, second step',
      go: () => page.locator('.guide-next').click(),
      here: () => heading(step(1)),
    },
    {
      name: 'closing',
      go: () => page.locator('.promise-end').click(),
      here: () => heading(w('closing.title')),
    },
    {
      name: 'paper',
      go: () => page.locator('.frame-go .btn-primary').click(),
      here: () => heading(w('paper.title')),
    },
    {
      name: 'window of the phone',
      go: () => page.locator('.take-where .btn').last().click(),
      here: () => heading(w('paper.qrTitle')),
      leave: close,
    },
  ];
}
