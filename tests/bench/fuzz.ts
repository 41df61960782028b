import { throwBytes } from '../faults/throw-bytes.ts';

/**
 * More than a million cases of noise and damage at every reader of card bytes, from a seed that is told (`bench -- fuzz 1234`
 * repeats one). JSON lines: a line per reader, then all. Ends with 1 when one threw, hung or took memory without bound.
 */
const CASES = 1_050_000;
const seed = Number(process.argv[2] ?? Date.now() % 2 ** 31);

const began = performance.now();
const thrown = await throwBytes(CASES, seed);
const rate = (cases: number, ms: number) => Math.round(cases / (ms / 1000));
for (const { name, cases, ms, failure } of thrown)
  console.log(JSON.stringify({ bench: 'fuzz', what: name, cases, casesPerSecond: rate(cases, ms), failure }));
const failed = thrown.filter(({ failure }) => failure !== null).length;
const cases = thrown.reduce((sum, one) => sum + one.cases, 0);
console.log(JSON.stringify({ bench: 'fuzz', seed, cases, casesPerSecond: rate(cases, performance.now() - began), failed }));
if (failed > 0 || cases < 1_000_000) process.exitCode = 1;
