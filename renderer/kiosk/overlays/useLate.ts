import { useEffect, useState } from 'react';

/** Two minutes without an answer: time to say what else can be done. */
const LATE = 120_000;
let since: number | null = null;

/** True once a call has waited two minutes. The clock keeps running while its window is closed. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) {
      since = null;
      setLate(false);
      return;
    }
    since ??= performance.now();
    const left = Math.max(0, LATE - (performance.now() - since));
    const timer = setTimeout(() => setLate(true), left);
    return () => clearTimeout(timer);
  }, [waiting]);
  return late;
}
