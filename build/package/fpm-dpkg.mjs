#!/usr/bin/env node
// The part of fpm that electron-builder uses to make a .deb, on top of dpkg-deb: nothing is downloaded.
// Called as fpm is: switches, then inputs "<from>=<to>" ("folder/=/opt/App" is the folder's content, "file=/usr/x" the file).
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ALONE = new Set(['--force', '--debug']);
const LISTS = new Set(['-d', '--deb-recommends']);
const SCRIPTS = {
  '--before-install': 'preinst',
  '--after-install': 'postinst',
  '--before-remove': 'prerm',
  '--after-remove': 'postrm',
};
const COMPRESSION = { gz: 'gzip', none: 'none', zst: 'zstd', xz: 'xz' };

const { options, inputs } = understand(process.argv.slice(2));
if (options['-s'] !== 'dir' || options['-t'] !== 'deb') throw new Error('fpm-dpkg makes a deb from folders, nothing else');
const root = mkdtempSync(path.join(os.tmpdir(), 'comptoir-deb-'));
try {
  for (const input of inputs) place(input);
  execFileSync('chmod', ['-R', 'u+w,go-w,a+rX', root]);
  writeControl();
  const compression = `-Z${COMPRESSION[options['--deb-compression']] ?? 'xz'}`;
  execFileSync('dpkg-deb', ['--root-owner-group', compression, '--build', root, options['--package']], { stdio: 'inherit' });
} finally {
  rmSync(root, { recursive: true, force: true });
}

function understand(words) {
  const understood = { options: { '-d': [], '--deb-recommends': [] }, inputs: [] };
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (ALONE.has(word)) continue;
    if (!word.startsWith('-')) {
      understood.inputs.push(word);
      continue;
    }
    const [key, inline] =
      word.startsWith('--') && word.includes('=')
        ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]
        : [word];
    const value = inline ?? words.shift();
    if (LISTS.has(key)) understood.options[key].push(value);
    else understood.options[key] = value;
  }
  return understood;
}

function place(input) {
  const at = input.lastIndexOf('=');
  const [from, to] = [input.slice(0, at), path.join(root, input.slice(at + 1))];
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

function writeControl() {
  const kib = execFileSync('du', ['-sk', root], { encoding: 'utf8' }).split('\t')[0];
  const [synopsis, ...rest] = options['--description'].split('\n');
  const description = [synopsis.trim() || options['--name'], ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n');
  const fields = {
    Package: options['--name'],
    Version: options['--version'] + (options['--iteration'] ? `-${options['--iteration']}` : ''),
    License: options['--license'],
    Vendor: options['--vendor'],
    Architecture: options['--architecture'] === 'x86_64' ? 'amd64' : options['--architecture'],
    Maintainer: options['--maintainer'],
    'Installed-Size': kib,
    Depends: options['-d'].join(', '),
    Recommends: options['--deb-recommends'].join(', '),
    Section: options['--category'] ?? 'misc',
    Priority: options['--deb-priority'],
    Homepage: options['--url'],
    Description: description,
  };
  const folder = path.join(root, 'DEBIAN');
  mkdirSync(folder, { mode: 0o755 });
  const lines = Object.entries(fields)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}\n`);
  writeFileSync(path.join(folder, 'control'), lines.join(''));
  // So that `dpkg --verify` can tell whether a file was changed after it was installed.
  const sums = execFileSync('sh', ['-c', 'find . -path ./DEBIAN -prune -o -type f -printf "%P\\0" | sort -z | xargs -0 md5sum'], {
    cwd: root,
  });
  writeFileSync(path.join(folder, 'md5sums'), sums);
  for (const [option, name] of Object.entries(SCRIPTS)) {
    if (!options[option]) continue;
    writeFileSync(path.join(folder, name), readFileSync(options[option]));
    chmodSync(path.join(folder, name), 0o755);
  }
}
