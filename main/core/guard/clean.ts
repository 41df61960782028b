/** A text as the rules of the guard read it. Unit n of both texts came from the units `from[n]` to `to[n]` of the original. */
export interface Clean {
  /** Without what cannot be seen; digits and signs as on a keyboard; letters as they are. A line stays a line. */
  text: string;
  /** The same in small letters without accents, exactly as long. */
  low: string;
  from: readonly number[];
  to: readonly number[];
}

/** Reads a text so that no way of writing hides anything: full-width or Arabic digits, invisible signs, odd blanks and dashes. */
export function clean(original: string): Clean {
  const [text, low, from, to]: [string[], string[], number[], number[]] = [[], [], [], []];
  for (const { 0: sign, index } of original.matchAll(SIGN)) {
    for (const letter of seen(sign)) {
      const small = lowered(letter);
      // What is two letters without its ornament (ß, œ) stands twice in the other text.
      for (const unit of small) {
        text.push(letter);
        low.push(unit);
        from.push(index);
        to.push(index + sign.length);
      }
    }
  }
  return { text: text.join(''), low: low.join(''), from, to };
}

/** What people see as one sign: a letter with its marks. */
const SIGN = /\P{M}\p{M}*|\p{M}+/gsu;
/** Zero-width signs, soft hyphens, signs of direction, the Arabic stroke that stretches, fillers that look like nothing. */
const UNSEEN = /[\p{Cf}\u0640\u115f\u1160\u3164\uffa0]/u;
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[\u2028\u2029\v\f\u0085]/u, '\n'],
  [/[\p{Zs}\t\r]/u, ' '],
  [/[\p{Pd}\u2212\u2043]/u, '-'],
  [/[\u2044\u2215\u29f8]/u, '/'],
  [/[\u00b7\u2022\u2219\u22c5\u3002\u06d4]/u, '.'],
  [/[\u066b\u060c\u3001]/u, ','],
  [/[\u2018\u2019\u02bc\u0060\u00b4]/u, "'"],
  [/\p{Cs}|[\u{10000}-\u{10ffff}]/u, '\ufffd'],
];
const TWO: Readonly<Record<string, string>> = { ß: 'ss', ẞ: 'ss', œ: 'oe', Œ: 'oe', æ: 'ae', Æ: 'ae' };
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', Ø: 'o', ł: 'l', Ł: 'l', đ: 'd', Đ: 'd', ı: 'i' };

/** The signs that stay of one sign, each of one unit; none of what nobody sees. */
function seen(sign: string): string[] {
  if (sign >= ' ' && sign <= '~') return [sign];
  // Ordinals and degrees are one thing to those who type.
  const whole = sign.replace('\u00ba', '\u00b0').normalize('NFKC');
  return Array.from(whole).flatMap((one) => {
    if (UNSEEN.test(one) || /\p{M}/u.test(one)) return [];
    if (/\p{Nd}/u.test(one)) return [digitOf(one)];
    return [ALIKE.find(([signs]) => signs.test(one))?.[1] ?? one];
  });
}

/** The digits of every script stand in order, zero first (Unicode Standard 4.6), and in runs of ten. */
function digitOf(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 10 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++;
  return String(value % 10);
}

function lowered(letter: string): string {
  if (letter <= '~') return letter.toLowerCase();
  const known = TWO[letter] ?? PLAIN[letter];
  if (known) return known;
  const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.length === 1 ? bare : letter;
}
