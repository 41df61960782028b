import { wear } from '../a11y/wear.ts';
import { kioskOf } from '../e2e/pages/kiosk.ts';
import type { PapersCounter } from '../e2e/pages/papers.ts';
import { papersWalk } from '../e2e/pages/papers-walk.ts';
import type { Album } from './album.ts';
import type { How } from './portal.ts';

/** The visit's documents, in and out. `only`: the pictures that are wanted. */
export async function papersLikeThat(counter: PapersCounter, album: Album, how: How, only: readonly string[]): Promise<void> {
  const kiosk = await kioskOf(counter.app, how.language);
  await kiosk.begin();
  await wear(kiosk, { language: how.language, size: how.size ?? 1, theme: how.dark ? 'dark' : 'light' });
  await papersWalk(counter, kiosk, async (name, says) => {
    if (!only.includes(name)) return;
    await album.take(counter.app, kiosk.page, `papers-${how.name}-${name}`, `${how.says}: ${says}`);
  });
  await kiosk.end();
}
