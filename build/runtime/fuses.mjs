import { readFileSync, writeFileSync } from 'node:fs';

// The fuse wire of an Electron binary: a sentinel, the wire's version, its length, then one byte for each fuse
// (source: electron docs, tutorial/fuses, "The hard way").
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const ON = 0x31;
const OFF = 0x30;

/** The fuses in the order of the wire; `WasmTrapHandlers` is in Electron 42 and later only. */
export const FUSES = [
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'LoadBrowserProcessSpecificV8Snapshot',
  'GrantFileProtocolExtraPrivileges',
  'WasmTrapHandlers',
];

function wire(binary) {
  const bytes = readFileSync(binary);
  const at = bytes.indexOf(SENTINEL);
  if (at < 0 || bytes.indexOf(SENTINEL, at + 1) >= 0) throw new Error(`${binary} has not exactly one fuse wire`);
  if (bytes[at + SENTINEL.length] !== 1) throw new Error(`the fuse wire of ${binary} has a version that is not known`);
  return { bytes, first: at + SENTINEL.length + 2, length: bytes[at + SENTINEL.length + 1] };
}

/**
 * The state of every fuse this binary has: name to true or false; a fuse that was removed is left out.
 * @param {string} binary
 * @returns {Record<string, boolean>}
 */
export function readFuses(binary) {
  const { bytes, first, length } = wire(binary);
  const states = FUSES.slice(0, length).map((name, i) => [name, bytes[first + i]]);
  return Object.fromEntries(states.filter(([, byte]) => byte === ON || byte === OFF).map(([name, byte]) => [name, byte === ON]));
}

/** Sets some fuses (name to true or false) in a binary on disk. */
export function setFuses(binary, wanted) {
  const { bytes, first, length } = wire(binary);
  for (const [name, on] of Object.entries(wanted)) {
    const i = FUSES.indexOf(name);
    if (i < 0 || i >= length) throw new Error(`${binary} has no fuse ${name}`);
    bytes[first + i] = on ? ON : OFF;
  }
  writeFileSync(binary, bytes);
}
