import { describe, expect, it } from 'vitest';
import { daysBefore, monthsBefore } from './retention.ts';

describe('the calendar', () => {
  it('counts days and months as people do', () => {
    expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
    expect(monthsBefore('2026-11-21', 12)).toBe('2025-11-21');
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
    expect(monthsBefore('2026-01-15', 14)).toBe('2024-11-15');
  });
});
