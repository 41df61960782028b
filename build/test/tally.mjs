import { appendFileSync, readFileSync } from 'node:fs';

/**
 * Notes how many tests passed and failed, and the names of those that failed, in the file of this `npm test`
 * (COMPTOIR_TALLY; nothing outside of one). A skipped test counts as failed: none may be.
 */
export function note(runner, passed, failed) {
  const file = process.env.COMPTOIR_TALLY;
  if (file) appendFileSync(file, `${JSON.stringify({ runner, passed, failed })}\n`);
}

/** Adds up what was noted in a file: { passed, failed: [names], runners }. */
export function total(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return {
    passed: lines.reduce((sum, line) => sum + line.passed, 0),
    failed: lines.flatMap((line) => line.failed.map((name) => `${line.runner}: ${name}`)),
    runners: lines.map((line) => line.runner),
  };
}
