import path from 'node:path';
import { expect, it } from 'vitest';
import { digestOf } from '../../main/services/catalogue/digest.ts';

it('the build seals the catalogue with the digest that the app checks', async () => {
  const folder = path.join(import.meta.dirname, '../../locales/procedures');
  const file = '../../build/vite/digest.mjs';
  const build = (await import(file)) as { digestOf: typeof digestOf }; // plain JavaScript, without types
  expect(build.digestOf(folder)).toEqual(digestOf(folder));
});
