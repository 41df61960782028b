import { useEffect, useState } from 'react';

/** Two minutes without an answer: time to say what else can be done. */
const LATE = 120_000;

/** True once a call has waited two minutes. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), LATE);
    return () => clearTimeout(timer);
  }, [waiting]);
  return late;
}
