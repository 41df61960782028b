import type { Clean } from './clean.ts';
import type { Run } from './digits.ts';
import { ARABIC_NOBODY, ARABIC_TITLES, FAMILIES, NOBODY, PARTICLES, PLACES, TITLES } from './name-words.ts';
import { anyOf } from './phrases.ts';

type Span = Pick<Run, 'start' | 'end'>;

/**
 * Names behind a title (`Madame Dupont`, `dhr. van den Berg`, `السيدة فاطمة`), before one (`Ayşe Hanım`), or behind `nom :`. The title
 * alone is nobody, and so is an office (`Madame la directrice`) or a sentence (`Monsieur ne parle pas`).
 */
export function* names({ low, text }: Clean): Generator<Span> {
  for (const { 0: title, index } of low.matchAll(TITLE)) {
    // One letter is a title only when it is large; MS is a firm.
    const written = text.slice(index, index + title.length);
    if (
      /^(?:m|mm|fr|hr)\b/.test(title)
        ? !/^(?:MM?|Fr|Hr)(?:\.|$| )/.test(written.trim()) && !/^[MFH]/.test(written)
        : /^MS(?!\.)/.test(written)
    )
      continue;
    const start = index + title.length;
    const name = capitalised(text, low, start) ?? (SHORT.test(title) ? family(low, start) : null);
    if (name) yield name;
  }
  for (const { 0: found, index } of low.matchAll(ARABIC)) {
    const name = arabicName(low, index + found.length);
    if (name) yield name;
  }
  for (const { 0: found, index } of text.matchAll(BEFORE_TITLE)) {
    const [name = ''] = /^\S+/.exec(found) ?? [];
    yield { start: index, end: index + name.length };
  }
  for (const { 0: label, index } of low.matchAll(LABEL)) {
    const name = capitalised(text, low, index + label.length);
    if (name) yield name;
  }
}

const TITLE = new RegExp(`${anyOf(TITLES)}(?:\\.(?= ?\\p{L})|(?= ))`, 'gu');
const ARABIC = new RegExp(`${anyOf(ARABIC_TITLES)}(?= )`, 'gu');
const SHORT = /^(?:mme|mlle|mr|dhr|mevr|mvr|mw|mrs|ms|madame|monsieur|mevrouw|meneer)/;
const BEFORE_TITLE = /(?<![\p{L}\p{N}])\p{Lu}\p{L}+ (?:Han[ıi]m|Bey|Efendi)(?:['’]?\p{Ll}{0,4})(?![\p{L}\p{N}])/gu;
const LABEL =
  /(?<![\p{L}\p{N}])(?:nom de famille|nom|prenom|noms|naam|voornaam|familienaam|name|vorname|first name|last name|family name|surname|ad soyad|adi|soyadi|прізвище|ім'я|الاسم|اسم العائلة) ?[:=] ?(?=\p{L})/gu;

const WORD = /^( {0,3})('?\p{L}(?:\p{L}|['-](?=\p{L}))*)/u;
const PARTICLE = new Set(PARTICLES);
const NOT_NAMES = new Set(NOBODY);
const PLACE = new Set(PLACES);
const FAMILY = new RegExp(`^ {1,3}(?:${FAMILIES.join('|')})(?![\\p{L}\\p{N}])`, 'u');

/** Up to five words of which one at least has a capital, with the small words and initials of a name between them. */
function capitalised(text: string, low: string, from: number): Span | null {
  let [at, start, end, particle] = [from, -1, -1, false];
  for (let n = 0; n < 6; n++) {
    const initial = /^ {0,3}\p{Lu}\.(?= ?\p{L})/u.exec(text.slice(at, at + 8));
    const word = WORD.exec(text.slice(at, at + 60));
    if (initial) at += initial[0].length;
    else if (word?.[2]) {
      const [whole, blank = '', letters] = word;
      const small = low.slice(at + blank.length, at + whole.length);
      // Two capitals are a language or an office: "Madame FR".
      const isName =
        /^\p{Lu}(?!\p{Lu}$)/u.test(letters) && letters.length > 1 && !NOT_NAMES.has(small) && !(particle && PLACE.has(small));
      const elided = /^(?:d'|l')\p{Lu}\p{Ll}/u.test(letters) && !letters.startsWith("l'");
      // "Madame la Directrice", "Monsieur le Bourgmestre": an article says an office.
      if (n === 0 && /^(?:la|le|les|l'.*)$/.test(letters)) return null;
      if (!isName && !elided && !PARTICLE.has(letters) && !/^(?:DE|VAN|EL|LE|LA|DU|DI|AL)$/.test(letters)) break;
      particle = !isName && !elided;
      if (start < 0) start = at + blank.length;
      at += whole.length;
      if (isName || elided) end = at;
    } else break;
  }
  return end < 0 ? null : { start, end };
}

function family(low: string, from: number): Span | null {
  const found = FAMILY.exec(low.slice(from, from + 40));
  return found && { start: from + found[0].search(/\S/), end: from + found[0].length };
}

function arabicName(low: string, from: number): Span | null {
  const word = /^ {1,3}(\p{Script=Arabic}{2,})/u.exec(low.slice(from, from + 40));
  const name = word?.[1] ?? '';
  if (!word || name.startsWith('ال') || ARABIC_NOBODY.includes(name)) return null;
  return { start: from + word[0].length - name.length, end: from + word[0].length };
}
