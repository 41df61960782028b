import { COMMON } from './common-passwords.ts';

export const PASSWORD_SHORTEST = 12;
/** Long passphrases are welcome (NIST SP 800-63B 5.1.1.2 asks for at least 64); beyond this it is no password. */
export const PASSWORD_LONGEST = 200;

/** `common`: in the list, or made of its words and digits. `repeats`: one small piece over and over. `name`: made of the person's names. */
export type PasswordProblem = 'short' | 'long' | 'common' | 'repeats' | 'name';

/** The form in which a password is hashed: the same keys on two keyboards give the same bytes (NIST SP 800-63B 5.1.1.2: NFKC). */
export const toPassword = (typed: string): string => typed.normalize('NFKC');

/**
 * What is wrong with a password that somebody chooses, or null. By length and by what everybody tries first; no rule about kinds of
 * signs (NIST SP 800-63B 5.1.1.2). `names`: of the person and the place.
 */
export function passwordProblem(typed: string, names: readonly string[] = []): PasswordProblem | null {
  const password = toPassword(typed);
  const length = [...password].length;
  if (length < PASSWORD_SHORTEST) return 'short';
  if (length > PASSWORD_LONGEST) return 'long';
  const plain = plainOf(password);
  if (isRepeated(plain) || isRun(plain)) return 'repeats';
  const own = names.flatMap((name) => [plainOf(name), ...name.split(/[\s._-]+/).map(plainOf)]).filter((name) => name.length >= 3);
  if (own.length > 0 && fewLeft(plain, own)) return 'name';
  return fewLeft(plain, COMMON) ? 'common' : null;
}

/** Letters without accents and digits; the usual disguises (4 for a, 0 for o, …) are seen through. */
function plainOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[@4](?=\p{L})/gu, 'a')
    .replace(/[3€](?=\p{L})/gu, 'e')
    .replace(/0(?=\p{L})/gu, 'o')
    .replace(/\$(?=\p{L})/gu, 's')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return plain === '' ? text : plain;
}

/** Signs that must be left when known words and digits are taken away: fewer are quickly guessed. */
const LEFT = 5;

function fewLeft(plain: string, words: readonly string[]): boolean {
  let rest = plain;
  for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, ' ');
  return rest !== plain && rest.replace(/[\s\p{N}]/gu, '').length < LEFT;
}

/** One piece of up to four signs, over and over. */
const isRepeated = (plain: string): boolean => /^(.{1,4}?)\1{2,}.{0,3}$/su.test(plain);

/** Neighbours of the alphabet, of the digits or of a row of keys, all the way (`qwertyuiopas`, `123456789012`). */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
];
function isRun(plain: string): boolean {
  return ROWS.some((row) => (row + row).includes(plain) || [...row, ...row].reverse().join('').includes(plain));
}
