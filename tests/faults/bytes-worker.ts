import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { damaged, PLANTED, type Plant, sizeOf, targets } from './bytes.ts';

// A thread of its own: a case that hangs or eats memory takes only this thread with it.
const { cases, seed, pulse, plant } = workerData as { cases: number; seed: number; pulse: Int32Array; plant: Plant | null }; // set by `throwBytes`
const all = plant ? [PLANTED[plant]] : targets();
/** Buffers lie outside the heap that the thread is limited to. */
const OUTSIDE = 256 * 2 ** 20;
const shares = all.reduce((sum, { share }) => sum + share, 0);
all.forEach(({ name, run, expected, share }, index) => {
  const numRuns = Math.ceil((cases * share) / shares);
  const began = performance.now();
  Atomics.store(pulse, 1, index);
  const outcome = fc.check(
    fc.property(damaged(expected), (bytes) => {
      Atomics.add(pulse, 0, 1);
      const size = sizeOf(run(bytes));
      if (getHeapStatistics().external_memory > OUTSIDE) throw new Error('buffers without bound');
      if (size > 8 * bytes.length + 4096) throw new Error(`${bytes.length} bytes became ${size}`);
    }),
    { numRuns, seed, endOnFailure: true },
  );
  const failure = outcome.failed ? fc.defaultReportMessage(outcome) : null;
  parentPort?.postMessage({ name, cases: outcome.numRuns, ms: performance.now() - began, failure });
});
