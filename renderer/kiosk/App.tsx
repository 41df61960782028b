import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { CardView } from '../../main/core/card/view.ts';
import type { Boot } from '../../main/core/contract.ts';
import type { Language } from '../../main/core/language.ts';
import type { VisitView } from '../../main/core/visit/view.ts';
import { ask, listen } from '../bridge/index.ts';
import { Attract } from './attract/Attract.tsx';
import type { Visit } from './visit/Visit.tsx';

// The first screen is painted with what is in this file; the visit is fetched while the poster is looked at.
const fetchVisit = () => import('./visit/Visit.tsx');
const fetchCardLeft = () => import('./attract/CardLeft.tsx');
const CardLeft = lazy(() => fetchCardLeft().then((module) => ({ default: module.CardLeft })));
const SetUp = lazy(() => import('./setup/SetUp.tsx').then((module) => ({ default: module.SetUp })));

interface Begun {
  Visit: typeof Visit;
  language: Language;
  counted: boolean;
}

/** The kiosk's window: the poster, then one visit. The shell destroys the window at the end, and a new one shows the poster. */
export function App() {
  const [booted] = useState(() => ask('app.boot'));
  const [boot, setBoot] = useState<Boot | null>(null);
  const [card, setCard] = useState<CardView>({ state: 'no-card' });
  const [begun, setBegun] = useState<Begun | null>(null);
  const [failed, setFailed] = useState(false);
  const [cardLeft, setCardLeft] = useState(false);

  useEffect(() => {
    void booted.then((answer) => (answer.ok ? setBoot(answer.value) : setFailed(true)));
    void ask('card.read').then((answer) => answer.ok && setCard(answer.value));
    let isLeft = false;
    const left = (view: VisitView) => {
      isLeft = view.phase === 'none' && view.cardLeft === true;
      if (!isLeft) return setCardLeft(false);
      // What is on the screen stays until the alarm can be drawn: an empty screen says nothing.
      void fetchCardLeft().then(() => setCardLeft(isLeft));
    };
    void ask('visit.read').then((answer) => answer.ok && left(answer.value));
    const soon = setTimeout(() => void fetchVisit(), 200);
    const stops = [listen('card.changed', setCard), listen('visit.changed', left)];
    return () => {
      clearTimeout(soon);
      for (const stop of stops) stop();
    };
  }, [booted]);

  const begin = useCallback(async (counted: boolean) => {
    // The poster may have stood here since yesterday: today is asked for anew.
    const now = await ask('app.boot');
    if (now.ok && now.value.problems.length > 0) return;
    const language = now.ok ? now.value.settings.languages[0] : undefined;
    if (!now.ok || !language) return setFailed(true);
    const [answer, module] = await Promise.all([ask('visit.begin', { language }), fetchVisit()]);
    // The last visitor's card is still in the reader: nobody has begun.
    if (!answer.ok) return answer.code === 'card-left' ? setCardLeft(true) : setFailed(true);
    if (!counted) await ask('visit.count', { count: false });
    setBoot(now.value);
    setFailed(false);
    setBegun({ Visit: module.Visit, language, counted });
  }, []);

  if (boot && boot.problems.length > 0) {
    return (
      <Suspense fallback={null}>
        <SetUp problems={boot.problems} />
      </Suspense>
    );
  }
  if (begun && boot) return <begun.Visit boot={boot} language={begun.language} firstCard={card} />;
  if (cardLeft) {
    return (
      <Suspense fallback={null}>
        <CardLeft languages={boot?.settings.languages ?? null} />
      </Suspense>
    );
  }
  return (
    <Attract
      place={boot?.settings.place.name ?? ''}
      languages={boot?.settings.languages ?? null}
      cardIn={card.state !== 'no-card' && card.state !== 'no-reader' && card.state !== 'no-service'}
      failed={failed}
      onBegin={begin}
    />
  );
}
