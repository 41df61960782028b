import type { KioskView } from '../../../main/core/visit/view.ts';

/** Kiosks that wait for an answer, the longest wait first. */
export function callsOf(room: readonly KioskView[]): KioskView[] {
  return room.filter((kiosk) => kiosk.call.state === 'called').sort((a, b) => b.minutes - a.minutes);
}

/** The order of the cards: who waits comes first, then by name (10 after 2). */
export function inOrder(room: readonly KioskView[], language: string): KioskView[] {
  const waiting = callsOf(room);
  const byName = new Intl.Collator(language, { numeric: true }).compare;
  return [...waiting, ...room.filter((kiosk) => !waiting.includes(kiosk)).sort((a, b) => byName(a.name, b.name))];
}

/** Does the bell ring between two looks at the room? For a new call, and once more for every minute it goes unanswered. */
export function rings(before: readonly KioskView[], after: readonly KioskView[]): boolean {
  const known = new Map(callsOf(before).map((kiosk) => [kiosk.name, kiosk.minutes]));
  return callsOf(after).some((kiosk) => kiosk.minutes > (known.get(kiosk.name) ?? -1));
}
