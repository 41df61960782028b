// RFC 3492, section 5: parameters of Punycode.
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_SIGN = 128;

/** One label of a host name as people see it: `xn--…` decoded (RFC 3492, section 6.2). A label that cannot be decoded stays as it is. */
export function decodeLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const coded = label.slice(4);
  const cut = coded.lastIndexOf('-');
  const signs = [...coded.slice(0, Math.max(cut, 0))].map((sign) => sign.codePointAt(0) ?? 0);
  let sign = FIRST_SIGN;
  let place = 0;
  let bias = FIRST_BIAS;
  for (let at = cut + 1; at < coded.length; ) {
    const before = place;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = Number.parseInt(coded[at++] ?? '', BASE);
      if (Number.isNaN(digit)) return label;
      // Punycode counts a=0 … z=25, 0=26 … 9=35; parseInt counts 0=0 … z=35.
      const value = digit >= 10 ? digit - 10 : digit + 26;
      place += value * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (value < threshold) break;
      weight *= BASE - threshold;
    }
    const length = signs.length + 1;
    bias = adapted(place - before, length, before === 0);
    sign += Math.floor(place / length);
    place %= length;
    if (sign > 0x10ffff) return label;
    signs.splice(place++, 0, sign);
  }
  return String.fromCodePoint(...signs);
}

/** RFC 3492, section 6.1. */
function adapted(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
