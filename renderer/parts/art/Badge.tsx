import type { ReactNode } from 'react';

const SIGN = {
  good: <path d="m-28 2 20 21 38-44" />,
  ask: <path d="M-20-16a20 20 0 1 1 30 17c-8 5-10 9-10 17m0 18v1" />,
  no: <path d="m-22-22 44 44m0-44-44 44" />,
  stop: <path d="M-14-24v48m28-48v48" />,
  lock: (
    <>
      <rect className="art-solid" x="-27" y="-8" width="54" height="40" rx="8" />
      <path d="M-16-8v-10a16 16 0 0 1 32 0v10" />
    </>
  ),
  wait: <path d="M0-26V0l18 14" />,
  one: <path d="M-14-16 2-30v60m-16 0h32" />,
  two: <path d="M-18-16a18 16 0 1 1 32 12l-32 34h38" />,
  pen: <path className="art-fine" d="m-30 30 7-24 34-34a9 9 0 0 1 13 0l4 4a9 9 0 0 1 0 13l-34 34zm33-50 17 17" />,
} as const satisfies Record<string, ReactNode>;

const TONE = {
  good: 'deep',
  ask: 'sun',
  no: 'stop',
  stop: 'stop',
  lock: 'stop',
  wait: 'sun',
  one: 'sun',
  two: 'sun',
  pen: 'deep',
} as const;

export type Sign = keyof typeof SIGN;

/** A round sign that says what the drawing means: yes, what now, not this, wait. */
export function Badge({ sign, x = 318, y = 112, scale = 1 }: { sign: Sign; x?: number; y?: number; scale?: number }) {
  return (
    <g className={`art-mark art-mark-${TONE[sign]}`} transform={`translate(${x} ${y}) scale(${scale})`}>
      <circle r="62" />
      {SIGN[sign]}
    </g>
  );
}
