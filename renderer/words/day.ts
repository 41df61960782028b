/** ISO date as people say it, e.g. "vendredi 28 novembre 2026". Noon UTC, so that no time zone moves the day. */
export function longDay(iso: string, language: string, withYear = true): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(withYear ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(new Date(`${iso}T12:00:00Z`));
}

/** The ISO date `days` after another. */
export function addDays(iso: string, days: number): string {
  const day = new Date(`${iso}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
