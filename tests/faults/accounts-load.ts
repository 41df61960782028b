import { got, MANAGER, rigAccounts, started } from '../../main/services/accounts/rig.ts';

// Run by accounts.test.ts, which kills it: signs in and out for ever in the folder of argument 1, and says each time that it was told so.

const [folder = ''] = process.argv.slice(2);
const rig = rigAccounts(folder);
const say = (line: string) => process.stdout.write(`${line}\n`);
if (got(await rig.accounts.state()) === 'first-start') await started(rig);
say('ready');
for (;;) {
  rig.clock.now += 1_000;
  const tried = got(await rig.accounts.signIn({ name: MANAGER.signInName, password: MANAGER.password, seat: 'console' }));
  if (tried.outcome !== 'in') throw new Error(tried.outcome);
  say('in');
  await rig.accounts.signOut(tried.token);
  say('out');
}
