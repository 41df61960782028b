import { runChecks } from '../check/index.mjs';
import { setUp } from '../setup/index.mjs';

/** All checks of the code that need no app; 0 when every one is green. */
export default async function check(args) {
  await setUp({});
  const results = await runChecks(args);
  return results.every(({ good }) => good) ? 0 : 1;
}
