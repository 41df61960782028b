/** Seconds as `minutes:seconds`, e.g. 3:07; an hour is 60:00. */
export const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
