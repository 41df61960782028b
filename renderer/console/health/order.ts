import type { Check } from '../../../main/core/health.ts';

const WEIGHT: Record<Check['status'], number> = { bad: 0, warning: 1, unknown: 2, good: 3 };

/** The worst first; equals keep their order. */
export const worstFirst = (checks: readonly Check[]): Check[] => [...checks].sort((a, b) => WEIGHT[a.status] - WEIGHT[b.status]);

/** How many points somebody should look at. */
export const toSee = (checks: readonly Check[]): number => checks.filter((check) => check.status !== 'good').length;
