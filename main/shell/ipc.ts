import { ipcMain } from 'electron';
import type { EventName } from '../core/contract.ts';
import type { Result } from '../core/mishap.ts';
import type { Sender } from './serve.ts';
import { shown, windowOf } from './windows.ts';

/** What answers a knock, once it is loaded. */
export type Answer = (sender: Sender, name: unknown, input: unknown) => Promise<Result<unknown>>;

/** Opens the door: one channel in. Who knocks is read at once; the answer may take until the powers are up. */
export function openDoor(answer: Promise<Answer>): void {
  ipcMain.handle('request', async (event, name: unknown, input: unknown) => {
    // The frame is null after a navigation (Electron 33 and later): read it before anything is awaited.
    const frame = event.senderFrame;
    const sender: Sender = {
      window: windowOf(event.sender.id)?.name ?? null,
      mainFrame: frame !== null && !frame.detached && frame === event.sender.mainFrame,
      origin: frame?.origin ?? '',
    };
    return (await answer)(sender, name, input);
  });
}

/** Tells news, as `serve.news` parsed them, to every window of the seats that may hear them. */
export function tell(name: EventName, news: { seats: readonly string[]; payload: unknown }): void {
  for (const { name: seat, window } of shown()) {
    if (news.seats.includes(seat) && !window.isDestroyed()) window.webContents.send('news', name, news.payload);
  }
}
