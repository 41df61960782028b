import { useEffect, useMemo } from 'react';
import type { Language } from '../../../main/core/language.ts';
import { CardInReader } from '../../parts/art/CardInReader.tsx';
import './CardLeft.css';
import { raiseAlarm } from './alarm.ts';
import { allLanguages, attractWords } from './words.ts';

/** A card was left in the reader: nobody can begin before it is out. Seen from far, said aloud, in every language. */
export function CardLeft({ languages }: { languages: readonly Language[] | null }) {
  const each = useMemo(() => languages ?? allLanguages(), [languages]);
  useEffect(() => raiseAlarm(each), [each]);
  return (
    <main className="left" role="alert">
      <CardInReader card="out" lamp="blink" />
      <ul>
        {each.map((language) => {
          const words = attractWords(language);
          return (
            <li key={language} lang={language}>
              <b>{words.cardLeft}</b>
              <p>
                {words.cardLeftWhere} {words.cardLeftOther}
              </p>
            </li>
          );
        })}
      </ul>
    </main>
  );
}
