import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './places.mjs';
import { say } from './say.mjs';

const FILE = path.join(ROOT, 'build/out/.setup');

/** Runs `work` while no other command of this checkout is setting up or building. A lock left by a dead process is taken over. */
export async function alone(work) {
  mkdirSync(path.dirname(FILE), { recursive: true });
  let told = false;
  while (!take()) {
    if (!told) say('Another command is setting up this folder: waiting for it.');
    told = true;
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(FILE, { force: true });
  }
}

function take() {
  try {
    writeFileSync(FILE, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!holderLives()) rmSync(FILE, { force: true });
    return false;
  }
}

function holderLives() {
  try {
    const pid = Number(readFileSync(FILE, 'utf8'));
    // An empty file is one that its owner is just writing.
    return pid === 0 || (process.kill(pid, 0) ?? true);
  } catch (mishap) {
    return mishap.code === 'EPERM';
  }
}
