import type { Theme } from '../procedure/schema.ts';

/** Themes that say too much about a person to be shown to the room: health and disability, rights and justice. */
const PRIVATE: readonly Theme[] = ['sante-handicap', 'droits-activites'];

/** What the room may know of a theme: itself, or nothing. */
export function themeForRoom(theme: Theme | null): Theme | null {
  return theme === null || PRIVATE.includes(theme) ? null : theme;
}
