import { useEffect, useState } from 'react';
import type { PinView } from '../../main/core/card/code.ts';
import { ask, listen } from '../bridge/index.ts';

/** The dialogue as main tells it. No digit ever comes this way, only how many there are. */
export function usePin(first: PinView): PinView {
  const [view, setView] = useState(first);
  useEffect(() => {
    const stop = listen('pin.changed', setView);
    // What changed between the first look and this one.
    void ask('pin.read').then((answer) => answer.ok && setView(answer.value));
    return stop;
  }, []);
  return view;
}
