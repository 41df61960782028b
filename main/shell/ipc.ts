import { ipcMain } from 'electron';
import type { EventName, News } from '../core/contract.ts';
import { type Handlers, news, type Sender, serve } from './serve.ts';
import { shown, windowOf } from './windows.ts';

/** Opens the door: one channel in, parsed and answered by `serve`. */
export function openDoor(handlers: Handlers, report: (name: string, error: unknown) => void): void {
  ipcMain.handle('request', (event, name: unknown, input: unknown) => {
    // Read the frame at once: it is null after a navigation (Electron 33 and later).
    const frame = event.senderFrame;
    const sender: Sender = {
      window: windowOf(event.sender.id)?.name ?? null,
      mainFrame: frame !== null && !frame.detached && frame === event.sender.mainFrame,
      origin: frame?.origin ?? '',
    };
    return serve(handlers, sender, name, input, report);
  });
}

/** Tells news to every window of the seats that may hear it. */
export function tell<K extends EventName>(name: K, payload: News<K>): void {
  const { seats, payload: parsed } = news(name, payload);
  for (const { name: seat, window } of shown()) {
    if (seats.includes(seat) && !window.isDestroyed()) window.webContents.send('news', name, parsed);
  }
}
