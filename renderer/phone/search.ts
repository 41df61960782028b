import type { ProcedureLine } from '../../main/core/procedure/schema.ts';

/** Lower case, without accents: what a hurried hand types. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/**
 * Procedures whose title, other names or summary hold every word typed, from the start of a word on.
 * A hit in the title or in another name comes before a hit in the summary only.
 */
export function search(lines: readonly ProcedureLine[], typed: string): ProcedureLine[] {
  const words = wordsOf(typed);
  const holds = (texts: readonly string[]) => {
    const there = texts.flatMap(wordsOf);
    return words.every((word) => there.some((one) => one.startsWith(word)));
  };
  const named = lines.filter((line) => holds([line.title, ...line.alsoCalled]));
  const told = lines.filter((line) => !named.includes(line) && holds([line.title, ...line.alsoCalled, line.summary]));
  return [...named, ...told];
}

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
