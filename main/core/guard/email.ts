import type { Run } from './digits.ts';

type Span = Pick<Run, 'start' | 'end'>;

/** Mail addresses, written or as people say them: `jan@gmail.com`, `jan @ gmail`, `jan at gmail point com`, `jan arobase live.be`. */
export function* emails(low: string): Generator<Span> {
  for (const { 0: sign, index } of low.matchAll(AT)) {
    const before = BEFORE.exec(low.slice(Math.max(0, index - FAR), index));
    const after = low.slice(index + sign.length, index + sign.length + FAR);
    if (!before) continue;
    const domain = domainOf(sign, before[0], after);
    if (domain) yield { start: index - before[0].length, end: index + sign.length + domain.length };
  }
}

/** An address is at most this long on either side (RFC 5321, 4.5.3.1, is longer; nobody writes that). */
const FAR = 80;
/** The sign and its names: bare `at` and `bei` are words of their own, too. */
const AT =
  /[[({<]? ?@ ?[\])}>]?|[[({<] ?(?:at|a|arobase|apenstaartje|apenstaart|bei) ?[\])}>]|(?<= )(?:arobase|arobas|arrobas|a commercial|apenstaartje|apenstaart|apestaartje|klammeraffe|at-teken|at teken|kuyruklu a|et isareti|собака|равлик|آت|ات|at|bei)(?= )/gu;
const BEFORE = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}[ \]})>]{0,2}$/u;
const LABEL = '[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,40}';
const DOT = '(?: ?\\. ?|[ ([]{1,2}(?:point|punt|punkt|dot|nokta|крапка|точка|نقطة|دوت)[ )\\]]{1,2})';
const SPOKEN = '[ ([]{1,2}(?:point|punt|punkt|dot|nokta|крапка|точка|نقطة|دوت)[ )\\]]{1,2}';
const TLD =
  '(?:com|net|org|be|fr|nl|de|lu|eu|uk|tr|ua|ma|es|it|pt|ro|bg|pl|ch|at|ie|info|io|me|app|dev|biz|brussels|vlaanderen|gent|fm|ca|cd|dz|tn|ru|test|example|كوم)';
const PROVIDER =
  '(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|skynet|proximus|telenet|scarlet|voo|brutele|base|orange|numericable|belgacom|proton|protonmail|gmx|web|t-online|free|laposte|wanadoo|sfr|ziggo|kpn|mail|ukr|posteo|tutanota|aol)';
const TIGHT = new RegExp(`^${LABEL}(?:\\.${LABEL})*`, 'u');
const LOOSE = new RegExp(`^ ?${LABEL}(?:${DOT}${LABEL}){0,3}?${DOT}${TLD}(?![\\p{L}\\p{N}])`, 'u');
const SAID = new RegExp(`^ ?${LABEL}(?:${SPOKEN}${LABEL}){0,2}?${SPOKEN}${TLD}(?![\\p{L}\\p{N}])`, 'u');
const KNOWN = new RegExp(`^ ?${PROVIDER}(?:${DOT}${TLD})?(?![\\p{L}\\p{N}])`, 'u');

function domainOf(sign: string, before: string, after: string): string | null {
  // `look at my.belgium.be`: only a spoken dot or a known mail service makes an address of that.
  if (sign === 'at' || sign === 'bei') return (SAID.exec(after) ?? KNOWN_WHOLE.exec(after))?.[0] ?? null;
  const tight = sign === '@' && !before.endsWith(' ') ? TIGHT.exec(after) : null;
  if (tight?.[0].includes('.')) return tight[0];
  return (LOOSE.exec(after) ?? tight ?? KNOWN.exec(after))?.[0] ?? null;
}

const KNOWN_WHOLE = new RegExp(`^ ?${PROVIDER}${DOT}${TLD}(?![\\p{L}\\p{N}])`, 'u');
