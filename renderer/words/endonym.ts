/** A language in its own words with a capital, e.g. "Français": the only way to find one's own on a list. */
export function endonym(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
