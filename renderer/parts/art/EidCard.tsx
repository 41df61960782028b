/** A chip, 76 by 66. */
export function Chip({ x, y }: { x: number; y: number }) {
  return (
    <g className="art-chip" transform={`translate(${x} ${y})`}>
      <rect width="76" height="66" rx="12" />
      <path d="M0 24h24M0 42h24M52 24h24M52 42h24M38 0v18M38 48v18" />
    </g>
  );
}

/** An identity card, upright, its chip below and towards the eye: as it goes into a reader. 200 by 300. */
export function EidCard({ x = 110, y = 46 }: { x?: number; y?: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="art-body" width="200" height="300" rx="22" />
      <rect className="art-line" x="32" y="38" width="96" height="14" rx="7" />
      <rect className="art-line" x="32" y="68" width="136" height="14" rx="7" />
      <rect className="art-line" x="32" y="98" width="70" height="14" rx="7" />
      <Chip x={62} y={200} />
    </g>
  );
}

/** The same card lying, its chip on one side. 270 by 170. */
export function LyingCard({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="art-body" width="270" height="170" rx="20" />
      <rect className="art-line" x="134" y="32" width="104" height="13" rx="6" />
      <rect className="art-line" x="134" y="60" width="72" height="13" rx="6" />
      <Chip x={30} y={52} />
    </g>
  );
}
