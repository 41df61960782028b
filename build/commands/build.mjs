import { setUp } from '../setup/index.mjs';

/** Builds the app; fetches no runtime. */
export default async function build(args) {
  await setUp({ build: args.includes('--release') ? 'release' : 'test' });
  return 0;
}
