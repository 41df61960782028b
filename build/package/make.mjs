// node build/package/make.mjs '<json>': electron-builder with electron-builder.yml and what depends on this machine.
// The JSON: { dist, version: of Electron, electronDist: folder or null, target: 'dir' | 'deb', testBuild, testable }.
import path from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { ROOT, readJson } from '../setup/places.mjs';

const order = JSON.parse(process.argv[2]);
const { version, productName } = readJson(path.join(ROOT, 'package.json'));

/** A test build says so wherever its name or version is read; dpkg sorts it before the release of the same number. */
const marks = order.testBuild && {
  extraMetadata: { version: `${version}-test` },
  linux: { synopsis: 'TEST BUILD of Comptoir, not for a counter', desktop: { entry: { Name: `${productName} (test build)` } } },
};

// The stand-in for fpm, which electron-builder would download.
process.env.CUSTOM_FPM_PATH = path.join(import.meta.dirname, 'fpm-dpkg.mjs');
const arch = process.arch === 'arm64' ? Arch.arm64 : Arch.x64;
await build({
  targets: Platform.LINUX.createTarget([order.target], arch),
  publish: 'never',
  projectDir: ROOT,
  config: {
    extends: path.join(ROOT, 'electron-builder.yml'),
    directories: { output: order.dist },
    electronVersion: order.version,
    ...(order.electronDist && { electronDist: order.electronDist }),
    ...(order.testable && { electronFuses: { enableNodeCliInspectArguments: true } }),
    ...marks,
  },
});
