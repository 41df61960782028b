import { note } from './tally.mjs';

/** Counts the results of a Playwright run for the last line of `npm test`. */
export default class PlaywrightTally {
  #results = new Map();
  #errors = [];

  onTestEnd(test, result) {
    this.#results.set(test.id, {
      name: test.titlePath().filter(Boolean).join(' > '),
      status: result.status,
      expected: test.expectedStatus,
    });
  }

  onError(error) {
    this.#errors.push(`outside a test: ${error.message ?? 'unknown'}`);
  }

  onEnd() {
    const all = [...this.#results.values()];
    const good = all.filter(({ status }) => status === 'passed');
    const bad = all
      .filter((result) => !good.includes(result))
      .map(({ name, status }) => (status === 'failed' ? name : `${name} (${status})`));
    note('playwright', good.length, [...bad, ...this.#errors]);
  }

  printsToStdio() {
    return false;
  }
}
