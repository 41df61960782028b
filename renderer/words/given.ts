import i18next from 'i18next';

/**
 * Words under a key that comes from data (a legal basis, a life event, a theme), in the language now spoken;
 * null when there are none. A component that calls it must also use `useTranslation`, to follow the language.
 */
export function given(key: string, namespace = 'kiosk'): string | null {
  const words: unknown = i18next.getResource(i18next.language, namespace, key);
  return typeof words === 'string' ? words : null;
}
