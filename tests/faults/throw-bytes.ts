import { Worker } from 'node:worker_threads';
import type { Plant } from './bytes.ts';

/** What became of one reader of bytes. `failure`: the seed, the bytes and what happened; null when nothing did. */
export interface Thrown {
  readonly name: string;
  readonly cases: number;
  readonly ms: number;
  readonly failure: string | null;
}

/** A case that takes so long hangs. The dearest takes 1 ms. */
const HANGS_MS = 10_000;
/** More than the dearest needs, and far less than a length of four bytes could ask for. */
const MEMORY_MIB = 192;

/** Throws about `cases` cases at every reader of bytes from a card, by share. None may throw, hang or take memory without bound. */
export async function throwBytes(
  cases: number,
  seed: number,
  { plant = null, hangsMs = HANGS_MS }: { plant?: Plant | null; hangsMs?: number } = {},
): Promise<Thrown[]> {
  const pulse = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(new URL('./bytes-worker.ts', import.meta.url), {
    workerData: { cases, seed, pulse, plant },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB, maxYoungGenerationSizeMb: 32 },
  });
  const thrown: Thrown[] = [];
  const fail = (failure: string) => thrown.push({ name: `#${pulse[1]}`, cases: pulse[0] ?? 0, ms: 0, failure });
  worker.on('message', (message: Thrown) => thrown.push(message));
  worker.on('error', (error) => fail(String(error)));
  let last = -1;
  const watch = setInterval(() => {
    if (pulse[0] === last) {
      fail(`hangs at case ${last} of seed ${seed}`);
      void worker.terminate();
    }
    last = pulse[0] ?? 0;
  }, hangsMs);
  await new Promise((resolve) => worker.once('exit', resolve));
  clearInterval(watch);
  return thrown;
}
