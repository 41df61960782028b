/** The day on the wall calendar, as an ISO date: a card is valid to the end of its last day here, not in Greenwich. */
export function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
