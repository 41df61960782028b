import { describe, expect, it } from 'vitest';
import { crashCounter } from './crashes.ts';

describe('a page that crashes', () => {
  it('comes back at once the first two times', () => {
    const { crashed } = crashCounter();
    expect(crashed(0)).toEqual({ faulty: false, rest: 0 });
    expect(crashed(1000)).toEqual({ faulty: false, rest: 0 });
  });
  it('is called faulty at the third crash within ten minutes, and rests before it comes back', () => {
    const { crashed } = crashCounter();
    crashed(0);
    crashed(1000);
    expect(crashed(2000)).toEqual({ faulty: true, rest: 15_000 });
  });
  it('is forgiven after ten quiet minutes', () => {
    const { crashed } = crashCounter();
    crashed(0);
    crashed(1000);
    crashed(2000);
    expect(crashed(700_000).faulty).toBe(false);
  });
});
