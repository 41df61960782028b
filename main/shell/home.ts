import { app } from 'electron';
import { findModule, forbidLocking, homeOf, type LoginModule, prepareHome } from '../services/login/index.ts';

/**
 * Gives this process a HOME of its own, below the data folder, before NSS reads it (at the first page that is not ours): no certificate,
 * module or log-in of the user is used or changed. Both ways of asking for it are answered: the environment, and Chromium's own.
 */
export function moveHome(folder: string): void {
  const { home, opensc } = homeOf(folder);
  // What was derived from the user's own home stays where it is.
  app.setPath('userData', folder);
  process.env.HOME = home;
  process.env.OPENSC_CONF = opensc;
  try {
    app.setPath('home', home);
  } catch {
    // A disk that takes no folder: there is no log-in, and the counter opens all the same.
  }
}

/** Writes what that HOME must hold before the first log-in. `others`: the readers of other seats. Null: nobody can log in. */
export function openHome(folder: string, others: readonly string[]): LoginModule | null {
  const module = findModule();
  if (module?.kind === 'opensc') void forbidLocking().then((done) => done || console.error('home: memory can be locked'));
  try {
    prepareHome(folder, module, others);
    return module;
  } catch (error) {
    console.error('home:', error instanceof Error && 'code' in error ? error.code : 'failed');
    return null;
  }
}
