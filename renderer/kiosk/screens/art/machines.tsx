import { Badge } from '../../../parts/art/Badge.tsx';
import { EidCard } from '../../../parts/art/EidCard.tsx';
import { Reader } from '../../../parts/art/Reader.tsx';
import { Scene } from '../../../parts/art/Scene.tsx';

// What may be wrong with the machine: a cable, a reader that sleeps, a program that holds the card.

function Computer() {
  return (
    <g>
      <rect className="art-body" x="96" y="30" width="228" height="150" rx="18" />
      <rect className="art-screen" x="114" y="48" width="192" height="114" rx="8" />
      <rect className="art-dark" x="186" y="180" width="48" height="18" rx="4" />
    </g>
  );
}

/** The plug lies beside its socket. */
export function Unplugged() {
  return (
    <Scene>
      <Computer />
      <path className="art-wire" d="M210 292c0 40-86 20-86 60" />
      <rect className="art-body" x="182" y="246" width="56" height="52" rx="10" />
      <rect className="art-body" x="193" y="224" width="34" height="24" rx="3" />
      <path className="art-arrow" d="M290 300v-74m-26 26 26-26 26 26" />
      <Reader />
    </Scene>
  );
}

/** The cable is in, but the reader sleeps. */
export function Asleep() {
  return (
    <Scene>
      <Computer />
      <path className="art-wire" d="M210 200v24c0 70-86 50-86 128" />
      <rect className="art-body" x="182" y="198" width="56" height="46" rx="10" />
      <path className="art-stroke" d="M248 286h34l-34 38h34M302 232h26l-26 30h26M342 190h20l-20 23h20" />
      <Reader />
    </Scene>
  );
}

function Program({ x, children }: { x: number; children: React.ReactNode }) {
  return (
    <g transform={`translate(${x} 44)`}>
      <rect className="art-body" width="168" height="126" rx="14" />
      <rect className="art-dark" width="168" height="30" rx="14" />
      <circle className="art-sun" cx="20" cy="15" r="6" />
      <circle className="art-sun" cx="40" cy="15" r="6" />
      {children}
    </g>
  );
}

/** One program holds the card, the other waits. */
export function HeldElsewhere() {
  return (
    <Scene>
      <path className="art-wire art-wire-held" d="M104 170v30c0 30 60 20 60 54" />
      <path className="art-wire art-wire-kept" d="M316 176v24c0 30-60 20-60 54" />
      <Program x={20}>
        <rect className="art-line" x="22" y="52" width="96" height="13" rx="6" />
        <rect className="art-line" x="22" y="80" width="66" height="13" rx="6" />
      </Program>
      <Program x={232}>
        <g />
      </Program>
      <Badge sign="wait" x={316} y={124} scale={0.62} />
      <g transform="translate(69 215) scale(.67)">
        <EidCard />
      </g>
      <Reader lamp="on" />
    </Scene>
  );
}
