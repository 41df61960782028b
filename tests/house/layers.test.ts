import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const tool = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** A healthy little house: one file in every room, importing what it may. */
const HOUSE: Record<string, string[]> = {
  'main/core/contract.ts': ['zod'],
  'main/services/card/index.ts': ['../../core/contract.ts', '../../../native/outcome.ts', '../journal/index.ts'],
  'main/services/journal/index.ts': ['../../core/contract.ts', './write.ts', 'node:fs'],
  'main/services/journal/write.ts': ['better-sqlite3'],
  'main/shell/windows.ts': ['electron', '../core/contract.ts', '../services/journal/index.ts'],
  'main/index.ts': ['electron', './shell/windows.ts'],
  'main/cli/node.ts': ['../services/journal/index.ts', '../core/contract.ts', '../../native/sim/card.ts', 'node:fs'],
  'native/outcome.ts': ['../main/core/contract.ts'],
  'native/pcsc/pcsc.ts': ['node:events'],
  'native/pcsc/pcsc-mini.ts': ['./pcsc.ts', 'pcsc-mini'],
  'native/eid/read.ts': ['../pcsc/pcsc.ts'],
  'native/sim/card.ts': ['node:crypto'],
  'renderer/bridge/index.ts': ['../../main/core/contract.ts'],
  'renderer/parts/Button.tsx': ['react', '../words/index.ts'],
  'renderer/words/index.ts': ['i18next', '../../locales/fr/kiosk.json'],
  'renderer/kiosk/main.tsx': ['react', '../parts/Button.tsx', '../bridge/index.ts'],
  'renderer/console/main.tsx': ['react'],
  'tests/example.ts': ['../main/core/contract.ts', 'electron'],
  'build/run.ts': [],
};

/** For each rule: a file that breaks it, and what it imports. */
const BREACHES: Record<string, [file: string, imports: string]> = {
  'core-alone': ['main/core/breach-alone.ts', '../shell/windows.ts'],
  'core-zod-only': ['main/core/breach-package.ts', 'left-pad'],
  'core-pure': ['main/core/breach-pure.ts', 'node:fs'],
  'native-alone': ['native/breach-alone.ts', '../main/shell/windows.ts'],
  'native-packages': ['native/breach-package.ts', 'left-pad'],
  'pcsc-only-native': ['main/services/card/breach-pcsc.ts', 'pcsc-mini'],
  'no-sim-in-native': ['native/breach-sim.ts', './sim/card.ts'],
  'eid-not-adapter': ['native/eid/breach-adapter.ts', '../pcsc/pcsc-mini.ts'],
  'services-alone': ['main/services/card/breach-alone.ts', '../../shell/windows.ts'],
  'services-by-front': ['main/services/card/breach-front.ts', '../journal/write.ts'],
  'native-only-card': ['main/services/journal/breach-native.ts', '../../../native/outcome.ts'],
  'services-packages': ['main/services/card/breach-package.ts', 'left-pad'],
  'sql-only-journal': ['main/services/card/breach-sql.ts', 'better-sqlite3'],
  'electron-only-shell': ['main/services/card/breach-electron.ts', 'electron'],
  'shell-alone': ['main/shell/breach-alone.ts', '../services/journal/write.ts'],
  'shell-packages': ['main/shell/breach-package.ts', 'left-pad'],
  'cli-alone': ['main/cli/breach-alone.ts', '../shell/windows.ts'],
  'renderer-no-node': ['renderer/kiosk/breach-node.ts', 'node:fs'],
  'screens-few-doors': ['renderer/kiosk/breach-doors.ts', '../../main/services/journal/index.ts'],
  'screens-packages': ['renderer/kiosk/breach-package.ts', 'left-pad'],
  'seats-apart': ['renderer/kiosk/breach-seat.ts', '../console/main.tsx'],
  'shared-below-seats': ['renderer/parts/breach-seat.ts', '../kiosk/main.tsx'],
  'bridge-is-thin': ['renderer/bridge/breach-thin.ts', '../parts/Button.tsx'],
  'nobody-imports-tests': ['main/shell/breach-tests.ts', '../../tests/example.ts'],
  'nobody-imports-build': ['native/breach-build.ts', '../build/run.ts'],
  'no-circle': ['main/core/breach-circle-a.ts', './breach-circle-b.ts'],
  'no-dead-import': ['main/core/breach-dead.ts', './nowhere.ts'],
};

interface Found {
  rule: { name: string };
  from: string;
}

let healthy: Found[];
let breached: Found[];
let house: string;

beforeAll(() => {
  house = mkdtempSync(path.join(os.tmpdir(), 'comptoir-house-'));
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    copyFileSync(path.join(root, name), path.join(house, name));
  for (const name of ['zod', 'electron', 'better-sqlite3', 'pcsc-mini', 'react', 'i18next', 'left-pad']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    put(`node_modules/${name}/index.js`, '');
  }
  put('locales/fr/kiosk.json', '{}');
  for (const [file, imports] of Object.entries(HOUSE)) plant(file, imports);
  healthy = cruise();
  for (const [file, imports] of Object.values(BREACHES)) plant(file, [imports]);
  plant('main/core/breach-circle-b.ts', ['./breach-circle-a.ts']);
  breached = cruise();
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), text);
}

function plant(file: string, imports: string[]): void {
  put(
    file,
    `${imports.map((from, i) => `import * as a${i} from '${from}';\nconsole.log(a${i});\n`).join('')}export const here = 1;\n`,
  );
}

function cruise(): Found[] {
  const args = [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'main', 'native', 'renderer', 'tests'];
  const ran = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8', maxBuffer: 1 << 26 });
  return (JSON.parse(ran.stdout) as { summary: { violations: Found[] } }).summary.violations;
}

describe('the import rules', () => {
  const config = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as {
    forbidden: { name: string; comment: string; severity: string }[];
  };

  test('a house that keeps them all is green', () => {
    expect(healthy.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
  });

  test('there is a breach here for every rule, and every rule says why', () => {
    expect(config.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(BREACHES).sort());
    for (const rule of config.forbidden) {
      expect(rule.severity).toBe('error');
      expect(rule.comment.length, rule.name).toBeGreaterThan(20);
    }
  });

  test.each(Object.entries(BREACHES))('%s goes red', (name, [file]) => {
    expect(breached.filter(({ rule }) => rule.name === name).map(({ from }) => from)).toContain(file);
  });

  test('each planted breach is found where it is, and nowhere in the healthy rooms', () => {
    const planted = [...Object.values(BREACHES).map(([file]) => file), 'main/core/breach-circle-b.ts'];
    expect(breached.filter(({ from }) => !planted.includes(from))).toEqual([]);
  });

  test('the command of the check ends with an error when a rule is broken', () => {
    const args = [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'main'];
    expect(() => execFileSync(process.execPath, args, { cwd: house, stdio: 'pipe' })).toThrow();
  });
});
