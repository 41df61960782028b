import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { maintainAccounts } from '../../main/services/accounts/index.ts';
import { got, MANAGER, rigAccounts, started } from '../../main/services/accounts/rig.ts';

// Run by accounts.test.ts on a small disk: argument 1 is its folder, argument 2 what happens to it: `full` or `read-only`.

const [disk = '', how] = process.argv.slice(2);
const folder = join(disk, 'data');
const filler = join(disk, 'filler');
const remount = (as: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,bind,${as}`, disk]);
/** Writes until the disk takes nothing more, not even a byte. */
function fill(): void {
  const file = openSync(filler, 'a');
  for (let piece = 65_536; piece >= 1; ) {
    try {
      writeSync(file, Buffer.alloc(piece));
    } catch {
      piece = Math.floor(piece / 2);
    }
  }
  closeSync(file);
}
const shut = () => (how === 'full' ? fill() : remount('ro'));
const open = () => (how === 'full' ? rmSync(filler) : remount('rw'));

mkdirSync(folder);
const right = { name: MANAGER.signInName, password: MANAGER.password, seat: 'console' } as const;
const wrong = { ...right, password: 'not it at all' };

shut();
const first = await rigAccounts(folder).accounts.firstStart(MANAGER);
open();
const rig = rigAccounts(folder);
const stateAfter = await rig.accounts.state();
const { token } = await started(rig);
shut();
const refused = await rig.accounts.create(token, { signInName: 'lea', displayName: 'Léa', role: 'operator' });
const signedIn = got(await rig.accounts.signIn(right)).outcome;
for (let n = 0; n < 5; n++) await rig.accounts.signIn(wrong);
const locked = got(await rig.accounts.signIn(right));
open();
rig.clock.now += 30_000;
const after = got(await rig.accounts.signIn(right)).outcome;
const list = got(await rig.accounts.list(token)).length;
const { events, verdict } = await maintainAccounts({ folder, now: () => new Date() }).audit();
console.log(
  JSON.stringify({
    first,
    stateAfter,
    refused,
    signedIn,
    locked,
    after,
    list,
    verdict,
    codes: events.map((event) => event.code),
  }),
);
