import { clean } from './clean.ts';

/** Phrases with commas between them, read as the rules read a text: small letters, no accents. */
export function phrases(written: string): string[] {
  return clean(written)
    .low.split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
}

/** A pattern for any of the phrases, as words of their own. Arabic hangs its little words before a word. */
export function anyOf(words: readonly string[], after = '(?![\\p{L}\\p{N}])'): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'));
  return `(?<![\\p{L}\\p{N}])(?:[وبلف]|ال|وال|بال|لل)?(?:${longestFirst.join('|').replaceAll(' ', ' {1,3}')})${after}`;
}
