/**
 * The day on the wall calendar, ISO `YYYY-MM-DD`: a card is valid to the end of its last day here, and a help is counted
 * on the day it was given here, not in Greenwich.
 */
export function localDay(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
