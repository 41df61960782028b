import { useEffect, useEffectEvent } from 'react';
import type { EventName, News } from '../../../main/core/contract.ts';
import { listen } from '../../bridge/index.ts';

/** Listens to one kind of news while the component is on the screen; the listener always sees the latest render. */
export function useNews<K extends EventName>(name: K, listener: (news: News<K>) => void): void {
  const hear = useEffectEvent(listener);
  useEffect(() => listen(name, (news) => hear(news)), [name]);
}
