import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { output } from './exec.mjs';
import { ROOT, readJson } from './places.mjs';
import { Stop, say } from './say.mjs';

const LISTS = path.join(ROOT, 'build/debian.json');

/** Those of the packages that dpkg does not know as installed. A package that another one provides counts as installed. */
function missing(packages) {
  // dpkg-query's own placeholders, spelled so that nobody takes them for ours.
  const format = ['{db:Status-Status} ', '{Package}, ', '{Provides}\\n'].map((field) => `$${field}`).join('');
  const asked = spawnSync('dpkg-query', ['-W', '-f', format], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const there = new Set(
    (asked.stdout ?? '')
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .flatMap((line) => line.slice('installed '.length).split(','))
      .map((name) => name.trim().split(/[ (]/)[0]),
  );
  return packages.filter((name) => !there.has(name));
}

/**
 * Makes sure the Debian packages of these lists (names in build/debian.json) are installed.
 * Root: installs what is missing. Anybody else: a Stop with the one command to type. Not Debian: nothing, with a word about it.
 */
export function ensureDebian(...lists) {
  if (process.platform !== 'linux') return;
  const all = readJson(LISTS);
  const wanted = [...new Set(lists.flatMap((list) => all[list]))];
  if (!existsSync('/usr/bin/dpkg-query')) {
    say(`This is not Debian: see to it that what these packages bring is there: ${wanted.join(' ')}`);
    return;
  }
  const needed = missing(wanted);
  if (needed.length === 0) return;
  if (process.getuid() !== 0) {
    throw new Stop(
      `Some Debian packages are missing. Type this, then try again:\n\n    sudo apt-get install --no-install-recommends ${needed.join(' ')}\n`,
    );
  }
  say(`Installing Debian packages: ${needed.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  output('The list of Debian packages could not be fetched.', 'apt-get', ['update', '-q'], { env });
  output('Debian packages could not be installed.', 'apt-get', ['install', '-q', '-y', '--no-install-recommends', ...needed], {
    env,
  });
}
