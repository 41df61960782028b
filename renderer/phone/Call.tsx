import { useEffect, useState } from 'react';
import type { Boot } from '../../main/core/contract.ts';
import type { Language } from '../../main/core/language.ts';
import type { Mishap } from '../../main/core/mishap.ts';
import type { ProcedureLine, Sheet } from '../../main/core/procedure/schema.ts';
import { ask } from '../bridge/index.ts';
import { useTranslation } from '../words/index.ts';
import { Finder } from './Finder.tsx';
import { Script } from './Script.tsx';
import { WaysPane } from './WaysPane.tsx';

interface Props {
  boot: Boot;
  /** Language now on the screen: the one of the person who calls. */
  language: string;
  /** A procedure was opened: the call has begun, even if nobody touched the clock. */
  onPick: () => void;
}

/** One call: a language, a procedure, a step. In memory only, gone with the call. */
export function Call({ boot, language: spoken, onPick }: Props) {
  const { t: tMishap } = useTranslation('mishaps');
  const language = boot.settings.languages.find((one) => one === spoken) ?? boot.settings.staffLanguage;
  const [id, setId] = useState<string | null>(null);
  const { lines, sheet, mishap } = useCatalogue(language, id);
  return (
    <main className="phone-main">
      <Finder
        languages={boot.settings.languages}
        language={language}
        lines={lines}
        chosen={id}
        onChoose={(next) => {
          setId(next);
          onPick();
        }}
      />
      <div className="pane script">
        {mishap && (
          <p role="alert" className="phone-mishap">
            {tMishap(`${mishap}.title`)} {tMishap(`${mishap}.next`)}
          </p>
        )}
        <Script key={id} sheet={sheet} today={boot.today} />
      </div>
      {sheet && (
        <aside className="pane ways-pane">
          <WaysPane sheet={sheet} />
        </aside>
      )}
    </main>
  );
}

/** The list and the open sheet in one language; the sheet stays on the screen until its translation is there. */
function useCatalogue(language: Language, id: string | null) {
  const [lines, setLines] = useState<readonly ProcedureLine[] | null>(null);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [mishap, setMishap] = useState<Mishap | null>(null);
  useEffect(() => {
    let here = true;
    ask('catalogue.list', { language }).then((result) => {
      if (!here) return;
      if (result.ok) setLines(result.value);
      else setMishap(result.code);
    });
    return () => {
      here = false;
    };
  }, [language]);
  useEffect(() => {
    if (id === null) return;
    let here = true;
    ask('catalogue.read', { id, language }).then((result) => {
      if (!here) return;
      if (result.ok) setSheet(result.value);
      setMishap(result.ok ? null : result.code);
    });
    return () => {
      here = false;
    };
  }, [language, id]);
  return { lines, sheet: sheet?.file.id === id ? sheet : null, mishap };
}
