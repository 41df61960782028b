import { useCallback, useEffect, useRef, useState } from 'react';
import type { Language } from '../../../main/core/language.ts';
import { Mark } from '../../parts/Mark.tsx';
import './Attract.css';
import { Hand } from './Hand.tsx';
import poster from './poster.svg';
import { allLanguages, attractWords } from './words.ts';

interface Props {
  place: string;
  /** Null until the settings are known. */
  languages: readonly Language[] | null;
  cardIn: boolean;
  failed: boolean;
  onBegin: (counted: boolean) => Promise<void>;
}

/** The poster nobody stands at: whose place this is, "touch to begin" in every language, and what is counted. */
export function Attract({ place, languages, cardIn, failed, onBegin }: Props) {
  const [counted, setCounted] = useState(true);
  const busy = useRef(false);
  const begin = useCallback(() => {
    if (busy.current) return;
    busy.current = true;
    void onBegin(counted).finally(() => {
      busy.current = false;
    });
  }, [counted, onBegin]);

  // The whole poster may be touched; the strip that says what is counted may not.
  useEffect(() => {
    const touched = (event: MouseEvent) => {
      if (event.target instanceof Element && !event.target.closest('.attract-strip')) begin();
    };
    document.addEventListener('click', touched);
    return () => document.removeEventListener('click', touched);
  }, [begin]);

  const each = (languages ?? allLanguages()).map((language) => ({ language, words: attractWords(language) }));
  return (
    <main className="attract">
      <div className="attract-name">
        <p className="attract-brand">
          <Mark /> Comptoir
        </p>
        <h1>{place || each[0]?.words.place}</h1>
        <p className="attract-hello">
          {each.map(({ language, words }) => (
            <span key={language} lang={language}>
              {words.hello}
            </span>
          ))}
        </p>
      </div>
      <img className="attract-poster" src={poster} alt="" />
      <button type="button" className="attract-counter">
        {each.map(({ language, words }) => (
          <span key={language} lang={language}>
            <Hand />
            <b>{failed ? words.failed : cardIn ? words.card : words.touch}</b>
          </span>
        ))}
      </button>
      <ul className="attract-strip">
        {each.map(({ language, words }) => (
          <li key={language} lang={language}>
            <p>{words.count}</p>
            <button type="button" aria-pressed={!counted} onClick={() => setCounted(!counted)}>
              <i aria-hidden />
              {words.notMe}
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
