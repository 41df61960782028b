import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delayAfter } from '../../core/accounts/lockout.ts';
import { enter, got, MANAGER, rigAccounts, started } from './rig.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accounts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const wrong = { name: MANAGER.signInName, password: 'not the right password', seat: 'console' } as const;
const right = { ...wrong, password: MANAGER.password };
const codes = () =>
  readFileSync(join(folder, 'audit.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).event.code);

describe('the first start', () => {
  it('makes the manager once, and never again while accounts are known of', async () => {
    const rig = rigAccounts(folder);
    expect(await rig.accounts.state()).toEqual({ ok: true, value: 'first-start' });
    const { account, sealed } = got(await rig.accounts.firstStart(MANAGER));
    expect(account).toMatchObject({ role: 'manager', mustChange: false, charter: null });
    expect(sealed).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
    expect(await rig.accounts.firstStart({ ...MANAGER, signInName: 'other' })).toEqual({ ok: false, code: 'not-allowed' });
    expect(await rig.again().accounts.state()).toEqual({ ok: true, value: 'ready' });
  });

  it('takes no weak password and no odd name, and then nothing is written', async () => {
    const { accounts } = rigAccounts(folder);
    expect(await accounts.firstStart({ ...MANAGER, password: 'password12345' })).toMatchObject({ code: 'password-weak' });
    expect(await accounts.firstStart({ ...MANAGER, signInName: '../x' })).toMatchObject({ code: 'bad-request' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes files that nobody else may read', async () => {
    await started(rigAccounts(folder));
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['accounts.json', 'audit.jsonl']);
  });
});

describe('signing in', () => {
  it('allows nothing before the charter is signed, and asks again when its text changes', async () => {
    const rig = rigAccounts(folder);
    got(await rig.accounts.firstStart(MANAGER));
    const tried = got(await rig.accounts.signIn(right));
    if (tried.outcome !== 'in') throw new Error(tried.outcome);
    expect(tried.session.needs).toBe('charter');
    expect(await rig.accounts.may(tried.token, 'help')).toEqual({ ok: false, code: 'not-allowed' });
    const signed = got(await rig.accounts.signCharter(tried.token));
    expect(signed.charter).toEqual({ version: '1', day: '2026-11-23' });
    expect(await rig.accounts.may(tried.token, 'help')).toMatchObject({ ok: true, value: { needs: null, role: 'manager' } });
    const next = rig.again({ charter: '2' });
    expect(got(await next.accounts.signIn(right))).toMatchObject({ session: { needs: 'charter' } });
  });

  it('costs one scrypt for an unknown name, a closed account and a wrong password alike', async () => {
    const rig = rigAccounts(folder);
    const { token } = await started(rig);
    const made = got(await rig.accounts.create(token, { signInName: 'lea', displayName: 'Léa', role: 'facilitator' }));
    got(await rig.accounts.disable(token, made.account.id));
    const answers = [];
    for (const name of ['nobody', 'lea', MANAGER.signInName]) {
      rig.derived.length = 0;
      answers.push(await rig.accounts.signIn({ ...wrong, name }));
      expect(rig.derived).toEqual([wrong.password]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    // Nor does the right password of a closed account.
    expect(got(await rig.accounts.signIn({ ...wrong, name: 'lea', password: made.password }))).toEqual(
      answers[0]?.ok && answers[0].value,
    );
  });

  it('waits longer and longer after wrong tries, for unknown names too, and looks at nothing meanwhile', async () => {
    const rig = rigAccounts(folder);
    await started(rig);
    for (const name of [MANAGER.signInName, 'nobody']) {
      for (let n = 1; n <= 6; n++) {
        expect(got(await rig.accounts.signIn({ ...wrong, name }))).toEqual({
          outcome: 'wrong',
          seconds: delayAfter(n) / 1000,
        });
        rig.clock.now += delayAfter(n);
      }
      rig.clock.now -= 1;
      rig.derived.length = 0;
      expect(got(await rig.accounts.signIn({ ...right, name }))).toEqual({ outcome: 'wait', seconds: 1 });
      expect(rig.derived).toEqual([]);
    }
    expect(codes().filter((code) => code === 'locked-out')).toHaveLength(2);
  });

  it('stays shut through a restart and a clock that is set back, and opens for the right password when the time is over', async () => {
    const rig = rigAccounts(folder);
    await started(rig);
    for (let n = 1; n <= 5; n++) await rig.accounts.signIn(wrong);
    expect(got(await rig.again().accounts.signIn(right))).toEqual({ outcome: 'wait', seconds: 30 });
    rig.clock.now -= 86_400_000;
    expect(got(await rig.accounts.signIn(right))).toEqual({ outcome: 'wait', seconds: 30 });
    rig.clock.now += 29_000;
    expect(got(await rig.again().accounts.signIn(right))).toEqual({ outcome: 'wait', seconds: 1 });
    rig.clock.now += 1_000;
    expect(got(await rig.accounts.signIn(right))).toMatchObject({ outcome: 'in' });
    expect(got(await rig.accounts.signIn(wrong))).toEqual({ outcome: 'wrong', seconds: 0 });
  });

  it('tries side by side are tries one after another', async () => {
    const rig = rigAccounts(folder);
    await started(rig);
    const all = await Promise.all(Array.from({ length: 20 }, () => rig.accounts.signIn(wrong)));
    expect(all.filter((one) => one.ok && one.value.outcome === 'wrong')).toHaveLength(5);
  });

  it('makes an old hash anew while the password is at hand, and keeps what it seals', async () => {
    const rig = rigAccounts(folder);
    const { token } = await started(rig);
    got(await rig.accounts.setPin(token, { password: MANAGER.password, pin: '840937' }));
    const dearer = rig.again({ cost: { N: 32, r: 1, p: 1 } });
    got(await dearer.accounts.signIn(right));
    const [kept] = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')).accounts;
    expect(kept.password.cost).toEqual({ N: 32, r: 1, p: 1 });
    const later = dearer.again();
    got(await later.accounts.signIn(right));
    expect(got(await later.accounts.reEnter({ account: kept.id, pin: '840937', seat: 'console' }))).toMatchObject({
      outcome: 'in',
    });
  });
});

describe('a session', () => {
  it('ends when nobody touches it, when the clock is set back, after twelve hours, and with the program', async () => {
    const rig = rigAccounts(folder, { idleMs: 60_000 });
    const { token } = await started(rig);
    const gone = { ok: false, code: 'not-signed-in' };
    expect(await rig.again().accounts.session(token)).toEqual(gone);
    rig.clock.now += 60_000;
    expect(await rig.accounts.session(token)).toMatchObject({ ok: true });
    rig.clock.now += 1;
    expect(await rig.accounts.touch(token)).toEqual(gone);
    const second = await enter(rig, { ...right });
    rig.clock.now -= 3_600_000;
    expect(await rig.accounts.session(second)).toEqual(gone);
    const third = await enter(rig, { ...right });
    for (let n = 0; n < 720; n++) {
      rig.clock.now += 60_000;
      expect((await rig.accounts.touch(third)).ok).toBe(true);
    }
    rig.clock.now += 1;
    expect(await rig.accounts.touch(third)).toEqual(gone);
  });

  it('ends at once when its account is closed, reset or opened by another password, at every seat', async () => {
    const rig = rigAccounts(folder);
    const { token } = await started(rig);
    const made = got(await rig.accounts.create(token, { signInName: 'lea', displayName: 'Léa', role: 'operator' }));
    const next = 'onze canards verts ici';
    const lea = await enter(rig, { name: 'lea', password: made.password, next });
    const phone = await enter(rig, { name: 'lea', password: next, seat: 'phone' });
    got(await rig.accounts.changePassword(lea, { current: next, next: `${next} encore` }));
    expect([(await rig.accounts.session(lea)).ok, (await rig.accounts.session(phone)).ok]).toEqual([true, false]);
    const { password } = got(await rig.accounts.reset(token, made.account.id));
    expect(await rig.accounts.session(lea)).toEqual({ ok: false, code: 'not-signed-in' });
    const anew = await enter(rig, { name: 'lea', password, next: 'treize autres mots calmes' });
    got(await rig.accounts.disable(token, made.account.id));
    expect(await rig.accounts.session(anew)).toEqual({ ok: false, code: 'not-signed-in' });
  });

  it('takes a changed role at its next request', async () => {
    const rig = rigAccounts(folder);
    const { token } = await started(rig);
    const made = got(await rig.accounts.create(token, { signInName: 'lea', displayName: 'Léa', role: 'facilitator' }));
    const lea = await enter(rig, { name: 'lea', password: made.password, next: 'onze canards verts ici' });
    expect(await rig.accounts.may(lea, 'help')).toMatchObject({ ok: true });
    expect(await rig.accounts.list(lea)).toEqual({ ok: false, code: 'not-allowed' });
    got(await rig.accounts.setRole(token, made.account.id, 'it'));
    expect(await rig.accounts.may(lea, 'help')).toEqual({ ok: false, code: 'not-allowed' });
    expect((await rig.accounts.list(lea)).ok).toBe(true);
  });
});

describe('accounts of others', () => {
  it('keep one manager at least, one name each, and are closed, never deleted', async () => {
    const rig = rigAccounts(folder);
    const { token, id } = await started(rig);
    expect(await rig.accounts.disable(token, id)).toEqual({ ok: false, code: 'last-manager' });
    expect(await rig.accounts.setRole(token, id, 'it')).toEqual({ ok: false, code: 'last-manager' });
    expect(await rig.accounts.reset(token, id)).toEqual({ ok: false, code: 'not-allowed' });
    const who = { signInName: ' NOUR ', displayName: 'Nour Deux', role: 'manager' } as const;
    expect(await rig.accounts.create(token, who)).toEqual({ ok: false, code: 'name-taken' });
    const second = got(await rig.accounts.create(token, { ...who, signInName: 'nour2' }));
    got(await rig.accounts.setRole(token, second.account.id, 'operator'));
    got(await rig.accounts.disable(token, second.account.id));
    expect(got(await rig.accounts.list(token)).map(({ signInName, disabled }) => [signInName, disabled])).toEqual([
      ['nour', false],
      ['nour2', true],
    ]);
    expect(await rig.accounts.enable(token, 'x'.repeat(26))).toEqual({ ok: false, code: 'no-such-account' });
  });

  it('come with a password that is changed before anything else, and not for itself', async () => {
    const rig = rigAccounts(folder);
    const { token } = await started(rig);
    const { password } = got(await rig.accounts.create(token, { signInName: 'lea', displayName: 'Léa', role: 'facilitator' }));
    const tried = got(await rig.accounts.signIn({ name: 'lea', password, seat: 'console' }));
    if (tried.outcome !== 'in') throw new Error(tried.outcome);
    expect(tried.session.needs).toBe('password');
    expect(await rig.accounts.signCharter(tried.token)).toEqual({ ok: false, code: 'not-allowed' });
    expect(await rig.accounts.setPin(tried.token, { password, pin: '840937' })).toEqual({ ok: false, code: 'not-allowed' });
    const change = (next: string) => rig.accounts.changePassword(tried.token, { current: password, next });
    expect(await change(password)).toEqual({ ok: false, code: 'password-weak' });
    expect(await change('tilleuls 2026')).toEqual({ ok: false, code: 'password-weak' });
    expect(got(await change('onze canards verts ici'))).toMatchObject({ mustChange: false });
    expect(got(await rig.accounts.session(tried.token)).needs).toBe('charter');
  });
});
