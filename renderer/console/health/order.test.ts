import { expect, it } from 'vitest';
import type { Check } from '../../../main/core/health.ts';
import { toSee, worstFirst } from './order.ts';

const check = (id: Check['id'], status: Check['status']): Check => ({ id, status, detail: '' });
const checks = [
  check('disk', 'good'),
  check('reader', 'bad'),
  check('swap', 'warning'),
  check('clock', 'good'),
  check('printer', 'unknown'),
];

it('shows the worst first and keeps the order of equals', () => {
  expect(worstFirst(checks).map((one) => one.id)).toEqual(['reader', 'swap', 'printer', 'disk', 'clock']);
});

it('counts what is not known as something to look at', () => {
  expect(toSee(checks)).toBe(3);
});
