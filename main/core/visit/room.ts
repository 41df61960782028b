import type { Theme } from '../procedure/schema.ts';

/** Themes that say too much about a person: health and disability, rights and justice. */
const PRIVATE: readonly Theme[] = ['sante-handicap', 'droits-activites'];

/** Whether a theme is private by default: of such a visit the journal keeps the theme only, and the room is told nothing but "in use". */
export const isPrivate = (theme: Theme): boolean => PRIVATE.includes(theme);

/** What the room may know of a theme: itself, or nothing. */
export function themeForRoom(theme: Theme | null): Theme | null {
  return theme === null || isPrivate(theme) ? null : theme;
}
