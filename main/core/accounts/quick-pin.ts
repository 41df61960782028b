/** Why a quick PIN is not taken. */
export type PinFault = 'digits' | 'date' | 'sequence';

/**
 * What is wrong with the six digits somebody chooses for quick re-entry, or null. Dates (day, month, year in any usual order), runs,
 * repeats and mirrored halves are what strangers try first.
 */
export function quickPinFault(pin: string): PinFault | null {
  if (!/^[0-9]{6}$/.test(pin)) return 'digits';
  const [a, b, c] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)].map(Number) as [number, number, number]; // three pairs of six digits
  if (isSequence(pin)) return 'sequence';
  const year = Number(pin.slice(0, 4));
  const lastYear = Number(pin.slice(2));
  const isYear = (n: number) => n >= 1900 && n <= 2099;
  const isDate =
    isDay(a, b) ||
    isDay(b, a) ||
    isDay(c, b) ||
    isDay(b, c) ||
    (isYear(year) && c >= 1 && c <= 12) ||
    (isYear(lastYear) && a >= 1 && a <= 12);
  return isDate ? 'date' : null;
}

const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;

/** Same step all along (000000, 123456, 987654, 135791), a piece repeated (121212, 123123), or a mirrored half (123321). */
function isSequence(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10);
  if (new Set(steps).size === 1) return true;
  if (new Set(digits).size <= 2) return true;
  const half = pin.slice(0, 3);
  return pin.slice(3) === half || [...half].reverse().join('') === pin.slice(3) || pin === pin.slice(0, 2).repeat(3);
}
