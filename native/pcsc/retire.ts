import type { Client } from 'pcsc-mini';

/** Long enough for a monitor to have gone back to waiting after its last event. */
const QUIET_MS = 300;
/**
 * Clients whose service went away under them have nothing to stop, and say so by throwing. Were they collected, they would throw
 * again, where nobody can catch it: so they are kept. One small object for each time the service goes away.
 */
const DEAD: Client[] = [];

/**
 * Stops a client that nobody listens to any more, a moment later: pcsc-mini tells its monitor to end, then waits for it; a monitor that
 * is just between two waits does not hear that, and both would wait for ever.
 */
export function retire(client: Client): void {
  setTimeout(() => {
    try {
      client.stop();
    } catch {
      DEAD.push(client);
    }
  }, QUIET_MS);
}
