import type { Pcsc, Reader } from './pcsc.ts';

/** Whether the card that was in that reader is in it still: another insertion is another card. */
export function isThere(pcsc: Pcsc, { insertion }: Reader): boolean {
  const view = pcsc.view();
  return view.service && view.readers.some((reader) => reader.insertion === insertion && reader.slot !== 'empty');
}
