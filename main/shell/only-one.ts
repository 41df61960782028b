import { accessSync, constants } from 'node:fs';
import { app } from 'electron';

/**
 * Whether this start may use the data folder: nobody else does. The lock is a file in that folder; on a read-only disk nobody gets it,
 * and a counter that says nothing and is gone helps nobody. There no journal can be written, so two do no harm.
 */
export function isOnlyOne(): boolean {
  return app.requestSingleInstanceLock() || !canWrite(app.getPath('userData'));
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    // A folder that is not there yet is made by the lock itself; every other error is a disk that takes nothing.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
