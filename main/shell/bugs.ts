import { app } from 'electron';

/** A program that dies this soon after its start, in seconds, would die again: it stays down and the system's own restart rule counts. */
const TOO_SOON = 60;

/**
 * An exception nobody caught is a bug. Electron would show its message and stack in a box on a public screen and go on half
 * broken: here the program starts anew. The marker of an open visit is on disk, so the next start wipes and counts it.
 */
export function startAnewAfterBug(): void {
  process.on('uncaughtException', (error) => {
    // The name of the error only: its message may hold what a citizen gave.
    console.error(`bug: ${error instanceof Error ? error.name : 'exception'}`);
    if (app.isPackaged && process.uptime() > TOO_SOON) app.relaunch();
    app.exit(70);
  });
}
