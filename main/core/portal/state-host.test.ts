import { expect, it } from 'vitest';
import { isStateHost } from './state-host.ts';

it.each([
  ['certif.iamfas.belgium.be', true],
  ['www.ibz.rrn.fgov.be', true],
  ['belgium.be.evil.example', false],
  ['certif-belgium.be', false],
  ['mypension.be', false],
] as const)('%s is the State: %j', (host, is) => expect(isStateHost(host)).toBe(is));
