import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Language } from '../../main/core/language.ts';
import type { ProcedureLine } from '../../main/core/procedure/schema.ts';
import { Choice } from '../parts/Choice.tsx';
import { endonym, speak, useTranslation } from '../words/index.ts';
import { search } from './search.ts';

interface Props {
  languages: readonly Language[];
  language: Language;
  lines: readonly ProcedureLine[] | null;
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** The language of the person who calls, and the procedure they ask about. */
export function Finder({ languages, language, lines, chosen, onChoose }: Props) {
  const { t } = useTranslation('phone');
  const [typed, setTyped] = useState('');
  const found = lines && search(lines, typed);
  return (
    <section className="pane finder" aria-label={t('find.list')}>
      <Choice
        label={t('find.language')}
        value={language}
        onChoose={(next) => {
          // Words of another language find nothing.
          setTyped('');
          void speak(next);
        }}
        options={languages.map((value) => ({ value, words: <span lang={value}>{endonym(value)}</span> }))}
      />
      <label className="find">
        <span>{t('find.search')}</span>
        <input type="search" value={typed} placeholder={t('find.example')} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {!found && <p className="soft">{t('find.loading')}</p>}
      <p role="status" className="soft">
        {found?.length === 0 ? t('find.none') : ''}
      </p>
      <ul className="found">
        {found?.map((line) => (
          <li key={line.id}>
            <Button
              className="found-line"
              {...(line.id === chosen ? { 'aria-current': true as const } : {})}
              onPress={() => onChoose(line.id)}
            >
              <b>{line.title}</b>
              <span>{line.summary}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
