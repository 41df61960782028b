import { useEffect, useState } from 'react';
import type { Mishap } from '../../../main/core/mishap.ts';
import type { KioskView } from '../../../main/core/visit/view.ts';
import { ask } from '../../bridge/index.ts';
import { useNews } from '../parts/useNews.ts';
import { ring } from './bell.ts';
import { rings } from './calls.ts';

export interface Room {
  /** Null until the first answer. */
  kiosks: readonly KioskView[] | null;
  mishap: Mishap | null;
  /** True while the bell may sound. */
  bell: boolean;
  setBell: (on: boolean) => void;
  /** Tells a kiosk that somebody is coming. Gives the mishap, or null. */
  answer: (kiosk: string) => Promise<Mishap | null>;
}

/** The kiosks, live, wherever one is in the console; a call rings. */
export function useRoom(): Room {
  const [kiosks, setKiosks] = useState<readonly KioskView[] | null>(null);
  const [mishap, setMishap] = useState<Mishap | null>(null);
  const [bell, setBell] = useState(true);

  function take(next: readonly KioskView[]): void {
    if (bell && rings(kiosks ?? [], next)) ring();
    setKiosks(next);
    setMishap(null);
  }
  useNews('room.changed', take);
  useEffect(() => {
    let here = true;
    ask('room.read').then((result) => {
      if (!here) return;
      // News that came in meanwhile is younger than this answer.
      if (result.ok) setKiosks((known) => known ?? result.value);
      else setMishap(result.code);
    });
    return () => {
      here = false;
    };
  }, []);

  async function answer(kiosk: string): Promise<Mishap | null> {
    const result = await ask('call.answer', { kiosk });
    return result.ok ? null : result.code;
  }
  return { kiosks, mishap, bell, setBell, answer };
}
