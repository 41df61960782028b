import { useEffect, useState } from 'react';
import type { Language } from '../../../main/core/language.ts';
import { ask } from '../../bridge/index.ts';

/** Titles of the procedures in one language. A procedure the catalogue no longer holds keeps its id for a title. */
export function useTitles(language: Language): (id: string) => string {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let here = true;
    ask('catalogue.list', { language }).then((result) => {
      if (here && result.ok) setTitles(new Map(result.value.map((line) => [line.id, line.title])));
    });
    return () => {
      here = false;
    };
  }, [language]);
  return (id) => titles.get(id) ?? id;
}
