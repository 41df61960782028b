import type { CardView } from '../../../main/core/card/view.ts';

type Kind = 'away' | 'in' | 'busy' | 'good' | 'ask';
const KIND: Record<CardView['state'], Kind> = {
  'no-service': 'ask',
  'no-reader': 'ask',
  'no-card': 'away',
  'not-eid': 'ask',
  'bank-card': 'ask',
  busy: 'ask',
  'not-active': 'ask',
  present: 'in',
  checking: 'busy',
  unreadable: 'ask',
  'not-genuine': 'ask',
  expired: 'ask',
  ready: 'good',
};

/** A card and its reader, as they are now. The words beside it say the same. */
export function CardArt({ state }: { state: CardView['state'] }) {
  const kind = KIND[state];
  return (
    <svg className={`art art-${kind}`} viewBox="0 0 420 520" aria-hidden="true">
      <circle className="art-ground" cx="210" cy="250" r="206" />
      <g className="art-card">
        <rect className="art-body" x="110" y="46" width="200" height="300" rx="22" />
        <rect className="art-line" x="142" y="84" width="96" height="14" rx="7" />
        <rect className="art-line" x="142" y="114" width="136" height="14" rx="7" />
        <rect className="art-line" x="142" y="144" width="70" height="14" rx="7" />
        <g className="art-chip">
          <rect x="172" y="246" width="76" height="66" rx="12" />
          <path d="M172 270h24M172 288h24M224 270h24M224 288h24M210 246v18M210 294v18" />
        </g>
      </g>
      <path
        className="art-reader"
        d="M58 340h304a30 30 0 0 1 30 30v66a40 40 0 0 1-40 40H68a40 40 0 0 1-40-40v-66a30 30 0 0 1 30-30z"
      />
      <rect className="art-slot" x="92" y="340" width="236" height="16" rx="8" />
      <circle className="art-lamp" cx="340" cy="432" r="13" />
      {kind === 'away' && <path className="art-arrow" d="M352 130v110m-36-38 36 38 36-38" />}
      {kind === 'good' && (
        <g className="art-mark">
          <circle cx="318" cy="112" r="62" />
          <path d="m290 114 20 21 38-44" />
        </g>
      )}
      {kind === 'ask' && (
        <g className="art-mark">
          <circle cx="318" cy="112" r="62" />
          <path d="M298 96a20 20 0 1 1 30 17c-8 5-10 9-10 17m0 18v1" />
        </g>
      )}
    </svg>
  );
}
