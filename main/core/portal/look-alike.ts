import type { LoginPlace, Place } from './place.ts';
import { decodeLabel } from './punycode.ts';

/** Names that only the federal State gives out below: another site, but nobody's trap. */
const OF_THE_STATE = ['belgium.be', 'fgov.be'];

/** Signs that look like a Latin letter: Cyrillic, Greek, Armenian, crossed and dotless Latin, digits. A choice from Unicode TS 39, `confusables.txt`. */
const TWINS: Record<string, string> = {
  a: 'аɑα',
  b: 'вƅ',
  c: 'сϲ',
  d: 'ԁđ',
  e: 'еєҽ3',
  g: 'ɡ',
  h: 'һհħ',
  j: 'ј',
  k: 'кκ',
  l: 'iі1ıιӏł|',
  m: 'м',
  n: 'пոη',
  o: 'оοօø0',
  p: 'рρ',
  q: 'ԛ',
  r: 'г',
  s: 'ѕ5',
  t: 'тτ',
  u: 'υս',
  v: 'νѵ',
  w: 'ԝѡ',
  x: 'хχ',
  y: 'уγ',
};
const LATIN = new Map(Object.entries(TWINS).flatMap(([latin, twins]) => [...twins].map((twin) => [twin, latin] as const)));

/** Shorter names are one edit away from too many honest ones. */
const LONG_ENOUGH = 6;
/** A name so long is nobody's by chance, wherever it stands. */
const TELLING = 7;

/**
 * Whether a host that is not allowed could be taken for one that is: the official name in front of, or inside, a foreign one; one
 * letter more, less, other or swapped; letters of another alphabet. `places` are those of the procedure. Of `logins` a single word
 * says nothing: itsme and Belgium are in the names of honest sites.
 */
export function looksLike(
  host: string,
  { places, logins }: { places: readonly Place[]; logins: readonly LoginPlace[] },
): boolean {
  const official = [...places, ...logins].map((place) => place.host);
  if ([...official.map(domain), ...OF_THE_STATE].some((name) => host === name || host.endsWith(`.${name}`))) return false;
  const seen = skeleton(host);
  return (
    official.map(skeleton).some((name) => holds(seen, name) || nearly(seen, name)) ||
    places.some((place) => says(seen, place.host))
  );
}

/** `irisbox.irisnet.be.example`, `irisnet-be.example`: the name, or its domain, stands somewhere in it, dots or hyphens between. */
function holds(seen: string, name: string): boolean {
  const parts = `.${parted(seen)}.`;
  return [bare(name), domain(name)].some((one) => parts.includes(`.${parted(one)}.`));
}

/** `mypensi0n.be`, `my-pension.be`: no more than one edit between the two, or between their domains. */
function nearly(seen: string, name: string): boolean {
  if (edits(bare(seen), bare(name))) return true;
  const [one, other] = [domain(seen), domain(name)];
  return one === other || (word(other).length >= LONG_ENOUGH && edits(one, other));
}

/** `mypension.com`, `mypensionlogin.example`, `mypensoin.info`: the telling word of the official name, in any place. */
function says(seen: string, host: string): boolean {
  const telling = word(domain(skeleton(host)));
  const words = parted(seen).split('.');
  if (words.includes(telling)) return true;
  return telling.length >= TELLING && words.some((one) => one.includes(telling) || edits(one, telling));
}

/** The host as an eye takes it: `xn--` decoded, accents gone, twins made one. */
function skeleton(host: string): string {
  const shown = host.split('.').map(decodeLabel).join('.').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...shown]
    .map((sign) => LATIN.get(sign) ?? sign)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

const bare = (host: string): string => host.replace(/^www\./, '');
const domain = (host: string): string => host.split('.').slice(-2).join('.');
const word = (name: string): string => name.split('.')[0] ?? '';
const parted = (host: string): string => host.replaceAll('-', '.');

/** At most one edit apart: one sign more, less, other, or two neighbours swapped. */
function edits(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let head = 0;
  while (head < one.length && one[head] === other[head]) head++;
  if (head === one.length && head === other.length) return true;
  const [a, b] = [one.slice(head), other.slice(head)];
  const swapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return swapped || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}
