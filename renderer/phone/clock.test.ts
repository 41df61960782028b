import { expect, it } from 'vitest';
import { clock } from './clock.ts';

it('shows minutes and two digits of seconds', () => {
  expect([0, 7, 67, 3600].map(clock)).toEqual(['0:00', '0:07', '1:07', '60:00']);
});
