import type { Run } from './digits.ts';
import { IBAN_COUNTRIES } from './iban-countries.ts';

type Span = Pick<Run, 'start' | 'end'>;

/** Account numbers of any country that has them: length and shape of the country, check by 97 (ISO 13616-1). */
export function* ibans(low: string): Generator<Span> {
  const signs = [...low.matchAll(/[a-z0-9]/g)].map(({ index }) => index);
  for (let first = 0; first < signs.length; first++) {
    const country = COUNTRIES.get((low[signs[first] ?? 0] ?? '') + (low[signs[first + 1] ?? 0] ?? ''));
    if (!country || first + country.length > signs.length) continue;
    const places = signs.slice(first, first + country.length);
    if (!isOne(low, places)) continue;
    const value = places.map((place) => low[place]).join('');
    if (!/^..\d\d/.test(value) || restBy97(value.slice(4) + value.slice(0, 4)) !== 1) continue;
    const span = { start: places[0] ?? 0, end: (places.at(-1) ?? 0) + 1 };
    if (country.shape.test(value.slice(4)) || isRegular(low.slice(span.start, span.end))) yield span;
  }
}

const COUNTRIES = new Map(
  [...IBAN_COUNTRIES].map(([country, shape]) => {
    const parts = [...shape.matchAll(/(\d+)([nac])/g)].map(([, count, kind]) => ({ count: Number(count), kind }));
    const signs = parts.map(({ count, kind }) => `${kind === 'n' ? '\\d' : kind === 'a' ? '[a-z]' : '[a-z0-9]'}{${count}}`);
    const length = 4 + parts.reduce((sum, { count }) => sum + count, 0);
    return [country, { length, shape: new RegExp(`^${signs.join('')}$`) }] as const;
  }),
);

/** Nothing but a few blanks, dots, dashes between its signs. */
function isOne(low: string, places: readonly number[]): boolean {
  return places.every((place, n) => n === 0 || /^[^\p{L}\p{N}]{0,6}$/u.test(low.slice((places[n - 1] ?? place) + 1, place)));
}

/** In one piece or in fours: a sentence is never written so, and no country's shape is asked of it. */
function isRegular(written: string): boolean {
  return /^(?:[a-z0-9]+|[a-z0-9]{4}(?:[ .-][a-z0-9]{4})*[ .-][a-z0-9]{1,4})$/.test(written);
}

function restBy97(value: string): number {
  let rest = 0;
  for (const sign of value) {
    const number = Number.parseInt(sign, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest;
}
