import { CardInReader } from '../parts/art/CardInReader.tsx';

const PICTURE = {
  sign: <CardInReader card="in" lamp="on" sign="pen" />,
  last: <CardInReader card="in" lamp="on" sign="one" />,
  busy: <CardInReader card="in" lamp="blink" />,
  good: <CardInReader card="in" lamp="good" sign="good" />,
  still: <CardInReader card="in" lamp="on" />,
  stop: <CardInReader card="in" lamp="on" sign="stop" />,
  locked: <CardInReader card="in" lamp="on" sign="lock" />,
  away: <CardInReader card="away" />,
  ask: <CardInReader card="half" lamp="on" sign="ask" />,
} as const;
export type CardPicture = keyof typeof PICTURE;

/** The card and its reader, as they are in the dialogue. */
export function CardArt({ kind }: { kind: CardPicture }) {
  return PICTURE[kind];
}
