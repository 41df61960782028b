import type { ReactNode } from 'react';
import { Badge, type Sign } from './Badge.tsx';
import { LyingCard } from './EidCard.tsx';
import { Scene } from './Scene.tsx';

/** A page of a site: a window with its bar, 316 by 230. */
function Browser({ y, children }: { y: number; children?: ReactNode }) {
  return (
    <g transform={`translate(52 ${y})`}>
      <rect className="art-body" width="316" height="230" rx="20" />
      <path className="art-dark" d="M0 20A20 20 0 0 1 20 0h276a20 20 0 0 1 20 20v26H0z" />
      <circle className="art-sun" cx="28" cy="23" r="8" />
      <circle className="art-sun" cx="54" cy="23" r="8" />
      {children}
    </g>
  );
}

const WORDS = (
  <>
    <rect className="art-line" x="34" y="76" width="166" height="17" rx="8" />
    <rect className="art-line" x="34" y="108" width="240" height="14" rx="7" />
    <rect className="art-line" x="34" y="136" width="208" height="14" rx="7" />
    <rect className="art-good" x="34" y="172" width="96" height="32" rx="12" />
  </>
);

const PICTURE = {
  page: <Browser y={132}>{WORDS}</Browser>,
  empty: (
    <Browser y={132}>
      <rect className="art-gap" x="34" y="74" width="248" height="128" rx="14" />
    </Browser>
  ),
  /** The net is away: a plug beside its socket. */
  unplugged: (
    <>
      <Browser y={60}>
        <rect className="art-gap" x="34" y="74" width="248" height="128" rx="14" />
      </Browser>
      <path className="art-wire" d="M210 290v30c0 32-104 14-104 62" />
      <rect className="art-body" x="78" y="376" width="56" height="46" rx="10" />
      <path className="art-wire" d="M92 428v18m28-18v18" />
      <rect className="art-body" x="214" y="400" width="120" height="72" rx="14" />
      <path className="art-wire" d="M258 428v16m32-16v16" />
    </>
  ),
  /** The site sleeps. */
  asleep: (
    <>
      <Browser y={152}>
        <path className="art-stroke" d="M84 122c12 14 34 14 46 0m56 0c12 14 34 14 46 0M132 176h52" />
      </Browser>
      <path className="art-stroke" d="M262 118h36l-36 40h36M318 70h28l-28 32h28M362 34h20l-20 24h20" />
    </>
  ),
  /** The page fell in two. */
  torn: (
    <>
      <g transform="rotate(-5 160 240)">
        <path
          className="art-body"
          d="M52 152a20 20 0 0 1 20-20h150l-26 56 30 44-34 50 22 44-16 36H72a20 20 0 0 1-20-20z"
          strokeLinejoin="round"
        />
        <path className="art-dark" d="M52 152a20 20 0 0 1 20-20h150l-22 46H52z" />
        <rect className="art-line" x="84" y="214" width="96" height="16" rx="8" />
        <rect className="art-line" x="84" y="246" width="72" height="14" rx="7" />
      </g>
      <g transform="rotate(6 300 240) translate(20 10)">
        <path
          className="art-body"
          d="M232 132h116a20 20 0 0 1 20 20v190a20 20 0 0 1-20 20H210l16-36-22-44 34-50-30-44z"
          strokeLinejoin="round"
        />
        <path className="art-dark" d="M232 132h116a20 20 0 0 1 20 20v26H212z" />
        <rect className="art-line" x="266" y="236" width="66" height="14" rx="7" />
        <rect className="art-line" x="256" y="268" width="80" height="14" rx="7" />
      </g>
    </>
  ),
  /** A site, and the card that speaks with it. */
  card: (
    <>
      <Browser y={36}>{WORDS}</Browser>
      <path className="art-wire art-wire-kept" d="M210 282v58" />
      <g transform="translate(90 350) scale(.88)">
        <LyingCard x={0} y={0} />
      </g>
    </>
  ),
} as const satisfies Record<string, ReactNode>;

/** The site, drawn: as it is now, with a sign when there is something to say. */
export function SiteWindow({ shows, sign }: { shows: keyof typeof PICTURE; sign?: Sign }) {
  return (
    <Scene>
      {PICTURE[shows]}
      {sign && (
        <Badge sign={sign} x={shows === 'card' ? 210 : 340} y={shows === 'card' ? 310 : 372} scale={shows === 'card' ? 0.7 : 1} />
      )}
    </Scene>
  );
}
