import { Client, ReaderStatus } from 'pcsc-mini';

const TRIES_MS = 1000;
/** A client whose service went away throws when it is stopped, and again when it is collected: it is kept. */
const DEAD: Client[] = [];

/**
 * Whether some program is connected to the card in this reader. The monitor is not told when that changes, so a client of its own
 * looks once. False when nobody says.
 */
export function isInUse(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const client = new Client();
    const end = (inUse: boolean) => {
      clearTimeout(timer);
      resolve(inUse);
      // Not from inside its own event: the two would wait for each other.
      setImmediate(() => {
        try {
          client.stop();
        } catch {
          DEAD.push(client);
        }
      });
    };
    const timer = setTimeout(end, TRIES_MS, false);
    client.on('error', () => end(false));
    client.on('reader', (reader) => {
      reader.on('change', ({ raw }) => {
        if (reader.name() === name) end((raw & (ReaderStatus.IN_USE | ReaderStatus.EXCLUSIVE)) !== 0);
      });
    });
    try {
      client.start();
    } catch {
      end(false);
    }
  });
}
