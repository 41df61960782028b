import { Stop } from '../setup/say.mjs';

/**
 * What a package made on this runtime is: 'release' or 'test build'. A stand-in, a given Electron of another version and
 * the variant that tests drive are never a release; with `release` asked for, they are refused instead.
 * @param {{ kind: string, electron: string }} runtime
 * @param {{ wanted: string, release?: boolean, marked?: boolean }} ask
 * @returns {'release' | 'test build'}
 */
export function kindOf(runtime, { wanted, release = false, marked = false }) {
  const genuine = runtime.kind !== 'fallback' && runtime.electron === wanted;
  if (release && !genuine)
    throw new Stop(`A release is made with Electron ${wanted}; this machine has ${runtime.electron} (${runtime.kind}).`);
  if (release && marked) throw new Stop('A release is not a test build: leave out the other switch.');
  return genuine && !marked ? 'release' : 'test build';
}
