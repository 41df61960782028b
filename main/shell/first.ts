import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Which window comes first, before anything heavy is loaded: a look at settings.json without checking it. The kiosk comes
 * first unless the file plainly names other seats only; a file that is wrong opens the kiosk too, which then says so.
 */
export function firstWindow(folder: string): { kiosk: boolean; locked: boolean } {
  let text = '';
  try {
    text = readFileSync(path.join(folder, 'settings.json'), 'utf8');
    const raw: unknown = JSON.parse(text);
    if (typeof raw !== 'object' || raw === null) return { kiosk: true, locked: false };
    const seats = 'seats' in raw ? raw.seats : null;
    const others = Array.isArray(seats) && seats.length > 0 && seats.every((seat) => seat === 'console' || seat === 'phone');
    return { kiosk: !others, locked: 'locked' in raw && raw.locked === true };
  } catch {
    // A slip somewhere in the file must not open a locked kiosk in a public room.
    return { kiosk: true, locked: /"locked"\s*:\s*true/.test(text) };
  }
}
