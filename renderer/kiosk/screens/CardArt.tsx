import type { ReactNode } from 'react';
import type { CardView } from '../../../main/core/card/view.ts';
import { CardInReader } from '../../parts/art/CardInReader.tsx';
import { BankCard, Doubtful, OtherCard, OutOfDate, ToTheCommune, WipeAndTurn } from './art/cards.tsx';
import { Asleep, HeldElsewhere, Unplugged } from './art/machines.tsx';

const PICTURE: Record<CardView['state'], ReactNode> = {
  'no-service': <Asleep />,
  'no-reader': <Unplugged />,
  'no-card': <CardInReader card="away" />,
  'not-eid': <OtherCard />,
  'bank-card': <BankCard />,
  busy: <HeldElsewhere />,
  present: <CardInReader card="in" lamp="on" />,
  checking: <CardInReader card="in" lamp="blink" />,
  unreadable: <WipeAndTurn />,
  'not-active': <ToTheCommune />,
  'not-genuine': <Doubtful />,
  expired: <OutOfDate />,
  ready: <CardInReader card="in" lamp="good" sign="good" />,
};

/** A card and its reader, as they are now: a drawing of its own for each state. The words beside it say the same. */
export function CardArt({ state }: { state: CardView['state'] }) {
  return PICTURE[state];
}
