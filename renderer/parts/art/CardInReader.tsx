import { Badge, type Sign } from './Badge.tsx';
import { EidCard } from './EidCard.tsx';
import { Reader } from './Reader.tsx';
import { Scene } from './Scene.tsx';

interface Props {
  card: 'away' | 'in' | 'half' | 'out';
  lamp?: 'off' | 'on' | 'blink' | 'good';
  sign?: Sign;
}

/** A card and its reader: in it, half in, on its way in, or to be taken out, with a sign when there is something to say. */
export function CardInReader({ card, lamp = 'off', sign }: Props) {
  return (
    <Scene>
      <g className={`art-card art-card-${card}`}>
        <EidCard />
      </g>
      <Reader lamp={lamp} />
      {card === 'away' && <path className="art-arrow" d="M352 130v110m-36-38 36 38 36-38" />}
      {card === 'out' && <path className="art-arrow art-arrow-out" d="M366 300V190m-34 36 34-36 34 36" />}
      {sign && <Badge sign={sign} />}
    </Scene>
  );
}
