import { useEffect, useState } from 'react';
import type { AssistanceView, DayView } from '../../../main/core/journal/record.ts';
import type { Mishap } from '../../../main/core/mishap.ts';
import { ask } from '../../bridge/index.ts';
import { useNews } from '../parts/useNews.ts';

export interface Day {
  /** The day asked for; null until it is read. A day stays on the screen while it is read again. */
  view: DayView | null;
  mishap: Mishap | null;
  reload: () => void;
  /** Lays an answer of the journal over its line, without waiting for the day to be read again. */
  replace: (line: AssistanceView) => void;
}

/** One day of the journal, read again whenever the journal says that day has changed. `day`: local ISO date. */
export function useDay(day: string): Day {
  const [view, setView] = useState<DayView | null>(null);
  const [mishap, setMishap] = useState<Mishap | null>(null);
  const [round, setRound] = useState(0);
  const reload = () => setRound((n) => n + 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round reads the same day again.
  useEffect(() => {
    let here = true;
    ask('journal.day', { day }).then((result) => {
      if (!here) return;
      if (result.ok) setView(result.value);
      setMishap(result.ok ? null : result.code);
    });
    return () => {
      here = false;
    };
  }, [day, round]);
  useNews('journal.changed', (news) => {
    if (news.day === day) reload();
  });
  const replace = (line: AssistanceView) =>
    setView((known) => known && { ...known, assistances: known.assistances.map((one) => (one.id === line.id ? line : one)) });
  return { view: view?.day === day ? view : null, mishap, reload, replace };
}
