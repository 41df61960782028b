import { expect, test } from 'vitest';
import { makeAuthority } from './authority.ts';
import { makeFiles, PATHS } from './files.ts';
import { limits } from './limit.ts';
import { PEOPLE } from './people.ts';

test('the limit is that of the bytes, file by file', () => {
  const files = makeFiles(PEOPLE.nadia, makeAuthority({ signature: 'rsa-sha256' }));
  const { identity, verified, all } = limits(files, '1.7');
  const size = files.get(PATHS.identity)?.length ?? 0;
  const certificate = (files.get(PATHS.register)?.length ?? 0) - 50;
  expect(certificate).toBeGreaterThan(1150);
  // Two commands: 14 bytes of SELECT, 8 and the file of READ, 12 time units each.
  expect(identity.commands).toBe(2);
  expect(identity.bytesMs).toBeCloseTo(((14 + 8 + size) * 12_000) / 43_011, 6);
  expect(identity.modelMs).toBeCloseTo(identity.bytesMs + 14 + 5 * (2 / 258) + 5 * Math.min(1, (size + 2) / 258), 6);
  expect(verified.commands).toBe(2 + 2 + 2 + 2 + 1 + Math.ceil(certificate / 256));
  expect(all.commands).toBe(verified.commands + 1 + 12);
});
