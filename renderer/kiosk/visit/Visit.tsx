import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { CardView } from '../../../main/core/card/view.ts';
import type { Boot } from '../../../main/core/contract.ts';
import type { OtherWay } from '../../../main/core/journal/record.ts';
import type { Language } from '../../../main/core/language.ts';
import { ask } from '../../bridge/index.ts';
import { speak, startWords } from '../../words/index.ts';
import { Overlays } from '../overlays/Overlays.tsx';
import { Screens } from '../screens/Screens.tsx';
import { reduce, START } from '../state.ts';
import { type Kiosk, KioskContext } from './context.ts';
import { useDoor } from './useDoor.ts';
import { useLines } from './useSheet.ts';

interface Props {
  boot: Boot;
  language: Language;
  firstCard: CardView;
}

/** One visit, from the choice of a language to "everything is erased". Its memory ends with the window. */
export function Visit({ boot, language: first, firstCard }: Props) {
  const [state, dispatch] = useReducer(reduce, {
    ...START,
    card: firstCard,
    // One language only is no choice.
    screen: { name: boot.settings.languages.length > 1 ? 'language' : 'home' },
  });
  const [language, setLanguage] = useState(first);
  const [ready, setReady] = useState(false);
  const lines = useLines(language);
  useDoor(dispatch, state.visit.phase);

  useEffect(() => {
    void startWords(first, ['kiosk', 'mishaps']).then(() => setReady(true));
  }, [first]);
  useEffect(() => {
    document.documentElement.dataset.size = String(state.size);
    document.documentElement.dataset.theme = state.dark ? 'dark' : 'light';
    // The PIN window is another page: it learns it from main.
    void ask('visit.look', { size: state.size, dark: state.dark });
  }, [state.size, state.dark]);

  const speakTo = useCallback((wanted: Language) => {
    void ask('visit.language', { language: wanted });
    void speak(wanted).then(() => setLanguage(wanted));
  }, []);
  const { outcome } = state;
  const end = useCallback(() => {
    dispatch({ do: 'ending' });
    void ask('visit.end', { outcome }).then((answer) => {
      if (answer.ok) return;
      dispatch(answer.code === 'no-visit' ? { do: 'visit', view: { phase: 'none' } } : { do: 'notEnded', code: answer.code });
    });
  }, [outcome]);
  const chooseWay = useCallback((way: OtherWay) => {
    dispatch({ do: 'otherWay', way });
    void ask('visit.otherWay', { way });
  }, []);
  const count = useCallback((wanted: boolean) => {
    void ask('visit.count', { count: wanted }).then((answer) => answer.ok && dispatch({ do: 'visit', view: answer.value }));
  }, []);

  const kiosk = useMemo<Kiosk>(() => {
    return { boot, state, dispatch, language, lines: lines?.ok ? lines.value : null, speakTo, end, chooseWay, count };
  }, [boot, state, language, lines, speakTo, end, chooseWay, count]);

  if (!ready) return null;
  return (
    <I18nProvider locale={language}>
      <KioskContext value={kiosk}>
        <Screens failure={lines && !lines.ok ? lines.code : null} />
        <Overlays />
      </KioskContext>
    </I18nProvider>
  );
}
