import { EidCard } from '../parts/art/EidCard.tsx';
import { Scene } from '../parts/art/Scene.tsx';

const COLUMNS = [0, 1, 2];
const ROWS = [0, 1, 2, 3];

/** A reader with keys of its own: the red one stops, the green one goes on. */
export function KeypadArt() {
  return (
    <Scene>
      <g transform="translate(70 4) scale(.67)">
        <EidCard x={110} y={0} />
      </g>
      <rect className="art-reader" x="76" y="160" width="268" height="346" rx="34" />
      <rect className="art-slot" x="124" y="160" width="172" height="14" rx="7" />
      <rect className="art-screen" x="104" y="190" width="212" height="62" rx="10" />
      <g className="art-dots-typed">
        {[0, 1, 2, 3].map((at) => (
          <circle key={at} cx={162 + at * 32} cy="221" r="9" />
        ))}
      </g>
      {ROWS.flatMap((row) =>
        COLUMNS.map((column) => (
          <rect
            key={`${row} ${column}`}
            className={row < 3 || column === 1 ? 'art-key' : column === 0 ? 'art-key-no' : 'art-key-ok'}
            x={104 + column * 74}
            y={270 + row * 56}
            width="64"
            height="44"
            rx="9"
          />
        )),
      )}
    </Scene>
  );
}
