import { Client, ReaderStatus } from 'pcsc-mini';
import { retire } from './retire.ts';

const TRIES_MS = 1000;

/**
 * Whether some program is connected to the card in this reader. The monitor is not told when that changes, so a client of its own
 * looks once. False when nobody says.
 */
export function isInUse(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const client = new Client();
    let ended = false;
    const end = (inUse: boolean) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      resolve(inUse);
      retire(client);
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
