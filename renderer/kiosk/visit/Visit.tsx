import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import type { CardView } from '../../../main/core/card/view.ts';
import type { Boot } from '../../../main/core/contract.ts';
import type { OtherWay, Outcome } from '../../../main/core/journal/record.ts';
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
  const [state, dispatch] = useReducer(reduce, { ...START, card: firstCard });
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
  }, [state.size, state.dark]);

  const speakTo = useCallback((wanted: Language) => {
    void ask('visit.language', { language: wanted });
    void speak(wanted).then(() => setLanguage(wanted));
  }, []);
  const end = useCallback((outcome: Outcome | null) => {
    dispatch({ do: 'ending' });
    void ask('visit.end', { outcome }).then((answer) => !answer.ok && dispatch({ do: 'visit', view: { phase: 'none' } }));
  }, []);
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
    <KioskContext value={kiosk}>
      <Screens failure={lines && !lines.ok ? lines.code : null} />
      <Overlays />
    </KioskContext>
  );
}
