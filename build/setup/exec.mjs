import { spawn, spawnSync } from 'node:child_process';
import { Stop } from './say.mjs';

/**
 * Runs a program to its end and gives back its stdout.
 * A failure is a Stop with the sentence `otherwise` and the first and last lines the program wrote.
 */
export function output(otherwise, command, args, options = {}) {
  const ran = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  if (ran.status !== 0) throw new Stop(`${otherwise}${fewLines(ran.stderr || ran.stdout || String(ran.error?.message ?? ''))}`);
  return ran.stdout;
}

const fewLines = (text) => {
  const lines = text.trim().split('\n').filter(Boolean);
  const few = lines.length > 9 ? [...lines.slice(0, 4), '…', ...lines.slice(-4)] : lines;
  return few.map((line) => `\n    ${line}`).join('');
};

/**
 * Runs a program in the foreground, on this terminal; passes signals on.
 * Resolves with its exit code (128 + n when a signal ended it).
 */
export function foreground(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const pass = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(code ?? (signal === null ? 1 : 130));
    });
  });
}
