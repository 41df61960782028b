export type { Ended } from './ending.ts';
export { realTimers, type Timers } from './timers.ts';
export type { PaperInHand, Visit, VisitOptions } from './types.ts';
export { openVisit } from './visit.ts';
