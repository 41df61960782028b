import { LANGUAGES } from '../core/language.ts';
import type { Result } from '../core/mishap.ts';
import type { Catalogue } from '../services/catalogue/index.ts';

/** Titles of each procedure in every language: a facilitator searches the journal in hers, for a visit in another. */
export function titlesOf(catalogue: Result<Catalogue>): Map<string, string[]> {
  const titles = new Map<string, string[]>();
  if (!catalogue.ok) return titles;
  for (const language of LANGUAGES)
    for (const { id, title } of catalogue.value.list(language)) titles.set(id, [...(titles.get(id) ?? []), title]);
  return titles;
}
