import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** For tests only: a real print service of our own, on a socket of its own, in a folder that is removed afterwards. */
export interface CupsWorld {
  /** For CUPS_SERVER and `openPrint({ server })`. */
  server: string;
  /** Names of the files in its spool: `c00001` is a job, `d00001-001` its document. */
  spool(): string[];
  /** What its spool and logs hold, for looking after a mark. */
  everything(): Buffer;
  run(command: 'lpadmin' | 'cupsdisable' | 'cupsenable' | 'cupsreject', ...args: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts cupsd (Debian: cups, cups-client) with one raw queue `desk` that prints into nothing. */
export async function startCups(): Promise<CupsWorld> {
  const root = mkdtempSync(join(tmpdir(), 'cups-'));
  const at = (...names: string[]) => join(root, ...names);
  for (const name of ['etc', 'cache', 'spool', 'state', 'log', 'tmp']) mkdirSync(at(name));
  writeFileSync(at('etc/cups-files.conf'), filesConf(root));
  writeFileSync(at('etc/cupsd.conf'), CUPSD_CONF.replace('SOCKET', at('cups.sock')));
  const child = spawn('/usr/sbin/cupsd', ['-f', '-c', at('etc/cupsd.conf'), '-s', at('etc/cups-files.conf')], {
    stdio: 'ignore',
  });
  await started(child, at('cups.sock'), at('log/error'));
  const run: CupsWorld['run'] = async (command, ...args) => {
    const env = { ...process.env, CUPS_SERVER: at('cups.sock'), LC_ALL: 'C' };
    await promisify(execFile)(command === 'lpadmin' ? '/usr/sbin/lpadmin' : `/usr/sbin/${command}`, args, { env });
  };
  await run('lpadmin', '-p', 'desk', '-E', '-v', 'file:/dev/null', '-m', 'raw');
  return {
    server: at('cups.sock'),
    spool: () => readdirSync(at('spool')).filter((name) => /^[cd]\d/.test(name)),
    everything: () =>
      Buffer.concat(
        ['spool', 'log', 'cache', 'tmp'].flatMap((name) =>
          readdirSync(at(name), { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
        ),
      ),
    run,
    stop: async () => {
      await ended(child);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function started(child: ChildProcess, socket: string, log: string): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    child.once('error', () => reject(new Error('cupsd cannot be started: install the Debian packages cups and cups-client')));
    child.once('exit', () => reject(new Error(`cupsd ended: ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`)));
  });
  const there = async () => {
    while (!existsSync(socket)) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await Promise.race([there(), failed]);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

const filesConf = (root: string) => `ServerRoot ${root}/etc
ServerBin /usr/lib/cups
DataDir /usr/share/cups
CacheDir ${root}/cache
RequestRoot ${root}/spool
TempDir ${root}/tmp
StateDir ${root}/state
ErrorLog ${root}/log/error
AccessLog ${root}/log/access
PageLog ${root}/log/page
FileDevice Yes
SystemGroup root
${process.getuid?.() === 0 ? '' : `User ${userInfo().username}`}
`;

/** The rules about jobs are Debian's own: only the owner may cancel. */
const CUPSD_CONF = `Listen SOCKET
LogLevel info
WebInterface No
Browsing No
DefaultAuthType Basic
PreserveJobFiles 1d
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
AuthType None
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess default
JobPrivateValues default
<Limit Create-Job Print-Job Print-URI Validate-Job>
Order deny,allow
</Limit>
<Limit Send-Document Send-URI Hold-Job Release-Job Restart-Job Purge-Jobs Cancel-Job Cancel-My-Jobs Close-Job>
Require user @OWNER @SYSTEM
Order deny,allow
</Limit>
<Limit All>
Order deny,allow
</Limit>
</Policy>
`;
