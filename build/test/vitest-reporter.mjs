import { note } from './tally.mjs';

/** Counts the results of a vitest run for the last line of `npm test`. */
export default class VitestTally {
  onTestRunEnd(modules, errors) {
    let passed = 0;
    const failed = errors.map((error) => `outside a test: ${error.message}`);
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else
          failed.push(
            `${module.relativeModuleId ?? module.moduleId} > ${test.fullName}${state === 'failed' ? '' : ` (${state})`}`,
          );
      }
      // A file that does not even load has no tests to count.
      if (!module.ok() && tests.every((test) => test.result().state === 'passed'))
        failed.push(`${module.moduleId} (does not load)`);
    }
    note('vitest', passed, failed);
  }
}
