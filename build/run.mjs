#!/usr/bin/env node
// node build/run.mjs <command>: every way to start, test and package Comptoir. Needs nothing but Node: it sets up the rest.
import { Stop } from './setup/say.mjs';

const COMMANDS = {
  start: 'opens Comptoir (under Xvfb where there is no display; --once: stop after the screenshots)',
  test: 'checks and tests everything (--full: with the long tests; --only <vitest|playwright> [filters])',
  check: 'biome, tsc, import rules, unused code, languages, file lengths',
  build: 'builds the app into build/out (--release: into build/release)',
  comptoir: 'the command line: comptoir doctor | card | portal | demo …',
  sim: 'a simulated card in a reader of its own: beside Comptoir, or beside any command (-- opensc-tool --name)',
  sites: 'the sites of the tests on this machine, for a browser of your own (Ctrl+C ends it)',
  bench: 'measures start and memory; prints JSON lines',
  screenshots: 'takes the pictures in docs/ again',
  package: 'makes the unpacked app and the .deb in build/dist',
  icons: 'draws the icons of the package from build/icons/comptoir.svg',
  voices: 'speaks the sentences of the alarm again (espeak-ng, opus-tools)',
  lock: 'completes package-lock.json after npm install changed it',
  'verify:release': 'checks a release on a machine with network',
};

const [name, ...args] = process.argv.slice(2);
if (!Object.hasOwn(COMMANDS, name ?? '')) {
  for (const [command, does] of Object.entries(COMMANDS)) process.stderr.write(`  ${command.padEnd(16)}${does}\n`);
  process.exit(name === undefined || name === 'help' ? 0 : 2);
}
try {
  const command = await import(`./commands/${name.replace(':', '-')}.mjs`);
  process.exitCode = await command.default(args);
} catch (problem) {
  if (!(problem instanceof Stop)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
}
