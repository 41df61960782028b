import { useEffect, useState } from 'react';
import { Live } from '../../parts/Live.tsx';
import { useTranslation } from '../../words/index.ts';
import './Countdown.css';

/** Seconds at which the countdown is also said aloud; each second would drown everything else. */
const SAID = new Set([60, 45, 30, 20, 10, 5]);

/** Seconds until the visit ends by itself, as main counts them: a number, a ring, and now and then a sentence. */
export function Countdown({ seconds, of }: { seconds: number; of: number }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState(seconds);
  useEffect(() => {
    if (SAID.has(seconds)) setSaid(seconds);
  }, [seconds]);
  const around = 2 * Math.PI * 88;
  const rest = Math.min(1, seconds / of);
  return (
    <div className="countdown">
      <svg viewBox="0 0 200 200" aria-hidden="true">
        <circle cx="100" cy="100" r="88" />
        <circle cx="100" cy="100" r="88" className="countdown-rest" strokeDasharray={`${around * rest} ${around}`} />
      </svg>
      <p aria-hidden="true">
        <b>{seconds}</b>
        <small>{t('idle.seconds', { count: seconds })}</small>
      </p>
      <Live now text={t('idle.left', { count: said })} />
    </div>
  );
}
