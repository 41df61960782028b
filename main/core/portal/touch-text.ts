import type { OnceField, TypeField } from './once.ts';
import { holds, plainWords, type TouchedField } from './touch.ts';
import { FAMILY_FIRST } from './touch-words.ts';

type Values = Partial<Record<OnceField, string>>;

/** What is typed into this field, in its own way of writing; null when the card does not say all of it. `birth-date` in `values` is an ISO date. */
export function textFor(field: TypeField, values: Values, touched: TouchedField): string | null {
  const { 'first-name': first, name, street, postcode, town } = values;
  const all = (parts: readonly (string | undefined)[], between: string) => (parts.every(Boolean) ? parts.join(between) : null);
  switch (field) {
    case 'first-name':
      return first ?? null;
    case 'given-names':
      return values['given-names'] ?? null;
    case 'family-name':
      return name ?? null;
    case 'full-name':
      return all(FAMILY_FIRST.some((phrase) => holds(plainWords(touched.label), phrase)) ? [name, first] : [first, name], ' ');
    case 'birth-date':
      return dateFor(values['birth-date'] ?? '', touched);
    case 'street':
      return street ?? null;
    case 'postcode':
      return postcode ?? null;
    case 'town':
      return town ?? null;
    case 'postcode-town':
      return all([postcode, town], ' ');
    case 'full-address':
      return all([street, all([postcode, town], ' ') ?? undefined], touched.kind === 'textarea' ? '\n' : ', ');
  }
}

/** Day, month, year by the field's own example, else as the page's language writes them. A card that knows only the year gives null. */
function dateFor(iso: string, { type, placeholder, label, lang, room }: TouchedField): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return null;
  if (type === 'date') return iso;
  const [, year = '', month = '', day = ''] = parts;
  const shape = shapeIn(placeholder) ?? shapeIn(label);
  if (shape) return shape.order.map((part) => ({ day, month, year })[part]).join(shape.between);
  if (room === 8) return `${day}${month}${year}`;
  return [day, month, year].join(lang.toLowerCase().startsWith('de') ? '.' : '/');
}

type DatePart = 'day' | 'month' | 'year';

/** `jj/mm/aaaa`, `dd-mm-jjjj`, `TT.MM.JJJJ`, `yyyy-mm-dd`, or a date as an example. */
function shapeIn(text: string): { order: DatePart[]; between: string } | null {
  const found =
    /(?<![a-z0-9])([a-z]{2}|[a-z]{4}|\d{2}|\d{4})([^a-z0-9]?)([a-z]{2}|\d{2})\2([a-z]{2}|[a-z]{4}|\d{2}|\d{4})(?![a-z0-9])/i.exec(
      text,
    );
  if (!found) return null;
  const [, one = '', between = '', two = '', three = ''] = found;
  const words = [one, two, three].map((word) => word.toLowerCase());
  const [a, b, c] = words;
  const isDay = (word = '') => /^(dd|jj|tt|\d\d)$/.test(word);
  const isMonth = (word = '') => /^(mm|\d\d)$/.test(word);
  const isYear = (word = '') => /^(yyyy|aaaa|jjjj|\d{4})$/.test(word);
  if (isDay(a) && isMonth(b) && isYear(c)) return { order: ['day', 'month', 'year'], between };
  if (isYear(a) && isMonth(b) && isDay(c)) return { order: ['year', 'month', 'day'], between };
  return null;
}
