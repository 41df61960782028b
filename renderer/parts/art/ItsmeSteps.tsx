import './art.css';

// itsme, step by step: what happens on the screen here and on one's own phone. No drawing copies the application's own look.

/** The screen of the kiosk, 220 by 150. */
function Screen({ children }: { children: React.ReactNode }) {
  return (
    <g transform="translate(16 30)">
      <rect className="art-dark" width="240" height="164" rx="16" />
      <rect className="art-body" x="12" y="12" width="216" height="140" rx="8" />
      <path className="art-dark" d="M104 164h32l8 34h-48z" />
      {children}
    </g>
  );
}

/** A phone, 120 by 220. */
function Phone({ children }: { children?: React.ReactNode }) {
  return (
    <g transform="translate(286 10)">
      <rect className="art-dark" width="118" height="220" rx="20" />
      <rect className="art-body" x="9" y="18" width="100" height="184" rx="10" />
      {children}
    </g>
  );
}

const STAR = 'm0-24 7 15 16 2-12 11 3 17-14-8-14 8 3-17-12-11 16-2z';

/** One of the three steps. Nothing of it is read aloud: the words below say the same. */
export function ItsmeStep({ step }: { step: 1 | 2 | 3 }) {
  return (
    <svg className="art-step" viewBox="0 0 420 246" aria-hidden="true">
      {step === 1 && (
        <>
          <Screen>
            <rect className="art-line" x="32" y="34" width="120" height="14" rx="7" />
            <rect className="art-field" x="32" y="62" width="150" height="30" rx="8" />
            <path className="art-stroke" d="M48 77h8m10 0h8m10 0h8m10 0h8m10 0h8" />
            <rect className="art-good" x="32" y="106" width="92" height="32" rx="10" />
            <path
              className="art-hand"
              d="M100 124v30l-9-9c-6-5-14 2-9 9l18 28h40l6-40c1-7-4-12-10-13l-22-4v-24c0-10-14-10-14 0z"
              transform="translate(20 -4)"
            />
          </Screen>
          <g className="art-later">
            <Phone />
          </g>
        </>
      )}
      {step === 2 && (
        <>
          <Screen>
            <circle className="art-sun-edge" cx="120" cy="82" r="44" />
            <path className="art-ink" d={STAR} transform="translate(120 84)" />
          </Screen>
          <Phone>
            <circle className="art-line" cx="59" cy="56" r="20" />
            <circle className="art-sun-edge" cx="59" cy="110" r="26" />
            <path className="art-ink" d={STAR} transform="translate(59 111) scale(.6)" />
            <circle className="art-line" cx="59" cy="166" r="20" />
          </Phone>
        </>
      )}
      {step === 3 && (
        <>
          <Screen>
            <g className="art-mark art-mark-deep" transform="translate(120 82) scale(.72)">
              <circle r="62" />
              <path d="m-28 2 20 21 38-44" />
            </g>
          </Screen>
          <Phone>
            <path
              className="art-dots-typed"
              d="M25 46a6 6 0 1 1 12 0 6 6 0 0 1-12 0zm20 0a6 6 0 1 1 12 0 6 6 0 0 1-12 0zm20 0a6 6 0 1 1 12 0 6 6 0 0 1-12 0zm20 0a6 6 0 1 1 12 0 6 6 0 0 1-12 0z"
            />
            {[0, 1, 2, 3].map((row) => (
              <g key={row} transform={`translate(24 ${74 + row * 30})`}>
                {[0, 1, 2].map((column) => (
                  <rect key={column} className="art-field" x={column * 26} width="18" height="18" rx="5" />
                ))}
              </g>
            ))}
          </Phone>
        </>
      )}
      <path className="art-arrow art-thin" d={step === 3 ? 'M280 210h-30m12-12-12 12 12 12' : 'M252 210h30m-12-12 12 12-12 12'} />
    </svg>
  );
}
