import type { PaperKind } from './view.ts';

const LONGEST = 60;
const ENDING: Record<PaperKind, string> = { pdf: 'pdf', png: 'png', jpeg: 'jpg' };

/**
 * A stranger's file name made fit to be shown: the last part of a path, no ending, no control or direction characters (which
 * could make one name look like another), no strange spaces, at most 60 characters. Empty when nothing is left.
 */
export function shownName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\s_]+/gu, ' ')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[\s.-]+|[\s.]+$/gu, '');
  return [...plain].slice(0, LONGEST).join('').trim();
}

/** What a document is called for others, such as a portal: ours, the same for everybody. `number` from 1. */
export const plainName = (number: number, kind: PaperKind): string => `document-${number}.${ENDING[kind]}`;

/** What it is called on the citizen's own USB stick: letters that every file system takes. */
export function stickName(shown: string, number: number, kind: PaperKind): string {
  const safe = shown
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 -]+/g, ' ')
    .trim()
    .replace(/ +/g, '-')
    .slice(0, 40);
  return safe === '' ? plainName(number, kind) : `${safe}.${ENDING[kind]}`;
}
