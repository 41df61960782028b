import { spawn } from 'node:child_process';

/**
 * Runs a TypeScript file in a mount namespace of its own, where `/mnt` is a fresh tmpfs of `size`. Gives what it printed as JSON.
 * Where the machine allows no such namespace this fails with a sentence: a test of a full disk that runs on no full disk shows nothing.
 */
export async function insideSmallDisk<T>(script: string, size: string, ...args: string[]): Promise<T> {
  const flags = process.getuid?.() === 0 ? ['-m'] : ['-Urm'];
  const mount = `mount -t tmpfs -o size=${size},mode=777 comptoir-test /mnt && exec "$@"`;
  const child = spawn('unshare', [...flags, 'sh', '-c', mount, 'sh', process.execPath, script, '/mnt', ...args]);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new Error(
      `A small disk of its own could not be mounted or the script on it failed (unshare ${flags[0]}; run as root, or allow user namespaces): ${err}`,
    );
  }
  return JSON.parse(out) as T; // printed by the script named here
}
