import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
interface Entry {
  version?: string;
  integrity?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}
/** Whether npm would install it on the machines that Comptoir is for and tested on. */
const isForUs = ({ os = ['linux'], cpu = ['x64'], libc = ['glibc'] }: Entry) =>
  os.includes('linux') && cpu.includes('x64') && libc.includes('glibc');
const json = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));

describe('what this copy is made of', () => {
  const about = json('package.json') as {
    devDependencies: Record<string, string>;
    dependencies: Record<string, string>;
    allowScripts: Record<string, boolean>;
  };
  const lockText = readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
  const lock = JSON.parse(lockText) as {
    packages: Record<string, Entry>;
  };

  test('the Electron that ships is named once', () => {
    expect((json('build/runtime.json') as { electron: string }).electron).toBe(about.devDependencies.electron);
  });

  test('every version is exact', () => {
    for (const [name, version] of Object.entries({ ...about.dependencies, ...about.devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('the lock names digests and no server', () => {
    expect(lockText).not.toContain('"resolved"');
    const without = Object.entries(lock.packages).filter(([name, entry]) => name !== '' && !entry.link && !entry.integrity);
    // Packages of other platforms that the registry at hand lacked (build/commands/lock.mjs); nobody here installs them.
    expect(without.filter(([, entry]) => !entry.optional || isForUs(entry)).map(([name]) => name)).toEqual([]);
  });

  test('the lock names the optional package of every platform, as npm ci wants it', () => {
    const missing = Object.values(lock.packages)
      .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
      .filter((name) => !Object.keys(lock.packages).some((place) => place.endsWith(`node_modules/${name}`)));
    expect(missing).toEqual([]);
  });

  test('no package runs a script of its own when it is installed', () => {
    const scripted = Object.entries(lock.packages)
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([name]) => name.replace(/^.*node_modules\//, ''));
    for (const name of scripted) expect(about.allowScripts[name], name).toBe(false);
  });

  test('the stand-in for Electron is pinned by digest', () => {
    const { fallback } = json('build/runtime.json') as { fallback: { integrity: string } };
    expect(fallback.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  });

  test('every icon of the package was drawn', () => {
    const names = readdirSync(path.join(ROOT, 'build/icons')).filter((name) => name.endsWith('.png'));
    expect(names.sort()).toEqual([
      '128x128.png',
      '16x16.png',
      '24x24.png',
      '256x256.png',
      '32x32.png',
      '48x48.png',
      '512x512.png',
      '64x64.png',
      '96x96.png',
    ]);
  });
});
