import { Badge } from '../../../parts/art/Badge.tsx';
import { Chip, EidCard, LyingCard } from '../../../parts/art/EidCard.tsx';
import { Reader } from '../../../parts/art/Reader.tsx';
import { Scene } from '../../../parts/art/Scene.tsx';

// What may be wrong with the card in the reader.

/** Up and out of the reader. */
const OUT = <path className="art-arrow" d="M210 330v-62m-26 26 26-26 26 26" />;

/** First wipe the chip, then put it back: chip first, and towards the eye. */
export function WipeAndTurn() {
  return (
    <Scene>
      <g transform="translate(112 10) scale(.9)">
        <LyingCard x={0} y={0} />
        <path className="art-cloth" d="M76 92c16-20 34-10 52-16s42-6 50 10 4 46 0 64-44 8-62 14-46 6-52-14-4-40 12-58z" />
        <path className="art-stroke" d="M92 118c14-8 26 2 38-4m-36 28c16-8 30 2 46-6" />
        <path className="art-sun-edge" d="m196 106 6 14 14 6-14 6-6 14-6-14-14-6 14-6zm32 24 4 9 9 4-9 4-4 9-4-9-9-4 9-4z" />
      </g>
      <Badge sign="one" x={58} y={86} scale={0.6} />
      <g transform="translate(74 176) scale(.62)">
        <EidCard x={110} y={0} />
      </g>
      <path className="art-arrow" d="M330 214v84m-28-28 28 28 28-28" />
      <Badge sign="two" x={58} y={256} scale={0.6} />
      <Reader />
    </Scene>
  );
}

/** A bank card: its chip, its waves, its row of digits. */
export function BankCard() {
  return (
    <Scene>
      <g transform="translate(64 72)">
        <rect className="art-bank" width="292" height="182" rx="22" />
        <Chip x={28} y={44} />
        <path className="art-on-bank" d="M130 58a28 28 0 0 1 0 38m17-52a48 48 0 0 1 0 66m17-80a68 68 0 0 1 0 94" />
        {[0, 1, 2, 3].map((group) => (
          <g key={group} className="art-dots" transform={`translate(${34 + group * 48} 144)`}>
            {[0, 11, 22].map((x) => (
              <circle key={x} cx={x} r="4" />
            ))}
          </g>
        ))}
        <circle className="art-sun" cx="246" cy="142" r="20" />
        <circle className="art-on-bank" cx="224" cy="142" r="20" />
      </g>
      {OUT}
      <Badge sign="no" x={344} y={84} />
      <Reader />
    </Scene>
  );
}

/** Some card of a shop or a club. */
export function OtherCard() {
  return (
    <Scene>
      <g transform="translate(64 72)">
        <rect className="art-body" width="292" height="182" rx="22" />
        <path className="art-sun-edge" d="m84 34 15 31 34 5-25 24 6 34-30-16-30 16 6-34-25-24 34-5z" />
        <path className="art-stroke" d="M166 60h92M166 88h60" />
        <path className="art-stroke" d="M166 122v30m14-30v30m22-30v30m12-30v30m24-30v30m16-30v30" />
      </g>
      {OUT}
      <Badge sign="no" x={344} y={84} />
      <Reader />
    </Scene>
  );
}

/** A child's card: a small holder, and no key in it. */
export function ChildCard() {
  return (
    <Scene>
      <g className="art-card art-card-half">
        <EidCard />
        <circle className="art-sun-edge" cx="176" cy="164" r="30" />
        <path className="art-stroke" d="M164 160v2m24-2v2m-22 14c6 6 14 6 20 0M176 134c4-10 12-10 14-4" />
      </g>
      <Reader lamp="on" />
      <g className="art-mark art-mark-sun" transform="translate(330 120)">
        <circle r="62" />
        <path className="art-fine" d="M-2 6a16 16 0 1 1 0-24 16 16 0 0 1 0 24zm0-2 24 24m-9-9 9-9" />
        <path className="art-fine" d="m-34 34 68-68" />
      </g>
    </Scene>
  );
}

/** Two cards at once: which one is meant nobody can say. */
export function TwoCards() {
  return (
    <Scene>
      <g transform="translate(38 110) rotate(-7 120 150) scale(.84)">
        <EidCard x={20} y={20} />
      </g>
      <g transform="translate(150 96) rotate(7 120 150) scale(.84)">
        <EidCard x={60} y={20} />
      </g>
      <Badge sign="ask" x={210} y={96} scale={0.8} />
      <Reader lamp="blink" />
    </Scene>
  );
}

/** The commune: a house with columns, and the way to it. */
export function ToTheCommune() {
  return (
    <Scene>
      <path className="art-stroke" d="M210 76V26" />
      <path className="art-sun" d="M210 26h52l-14 15 14 15h-52z" />
      <path className="art-body" d="M210 70 90 132h240z" strokeLinejoin="round" />
      <rect className="art-body" x="104" y="132" width="212" height="108" />
      <path className="art-stroke" d="M136 150v72m38-72v72m72-72v72m38-72v72" />
      <rect className="art-dark" x="194" y="176" width="32" height="64" rx="4" />
      <rect className="art-body" x="84" y="238" width="252" height="22" rx="6" />
      <path className="art-arrow" d="M210 342v-52m-24 24 24-24 24 24" />
      <g transform="translate(94 356) scale(.86)">
        <LyingCard x={0} y={0} />
      </g>
    </Scene>
  );
}

/** A card looked at closely, and a question. */
export function Doubtful() {
  return (
    <Scene>
      <g transform="translate(-40 60)">
        <EidCard />
      </g>
      <path className="art-wire" d="m330 330 52 60" strokeWidth="24" />
      <circle className="art-body" cx="276" cy="262" r="84" />
      <Badge sign="ask" x={276} y={262} />
    </Scene>
  );
}

/** A leaf of a calendar, crossed out. */
export function OutOfDate() {
  return (
    <Scene>
      <g className="art-card art-card-half">
        <EidCard />
      </g>
      <Reader lamp="on" />
      <g transform="translate(246 44)">
        <rect className="art-body" width="144" height="146" rx="18" />
        <path className="art-dark" d="M0 18A18 18 0 0 1 18 0h108a18 18 0 0 1 18 18v22H0z" />
        <path className="art-stroke" d="M38-14v30m68-30v30" />
        <path className="art-stop" d="m46 66 52 52m0-52-52 52" />
      </g>
    </Scene>
  );
}
