export { realTimers } from './timers.ts';
export type { Visit, VisitOptions } from './types.ts';
export { openVisit } from './visit.ts';
