import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enter, got, rigAccounts, started } from '../services/accounts/rig.ts';
import { run } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-accounts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function accounts(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await run(['accounts', ...argv], {
    launch: () => ({ send: () => {}, onMessage: () => {}, onExit: () => {}, kill: () => {} }),
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    dataFolder: folder,
    localesFolder: join(import.meta.dirname, '../../locales'),
    runtime: { kind: 'node', electron: null, node: '20.18.1' },
    now: () => new Date(),
    env: { LANG: 'fr_BE.UTF-8' },
  });
  return { code, out, err };
}

describe('comptoir accounts', () => {
  it('lists the team, with no secret', async () => {
    expect((await accounts('list')).out).toContain('pas encore de compte');
    await started(rigAccounts(folder));
    const { out, code } = await accounts('list');
    expect(code).toBe(0);
    expect(out).toMatch(/^[0-9a-v]{26} {2}nour {2,}responsable +Nour Exemple\n$/);
    const [one] = JSON.parse((await accounts('list', '--json')).out);
    expect(Object.keys(one).join(' ')).toBe(
      'id signInName displayName role disabled mustChange pin totp recoveryCodes card charter',
    );
  });

  it('resets an account beside a running Comptoir: the session ends, the password is good once and then changed', async () => {
    const rig = rigAccounts(folder);
    const { token, id } = await started(rig);
    const { out, err, code } = await accounts('reset', 'Nour');
    expect([code, err]).toEqual([0, expect.stringContaining('première connexion')]);
    expect((await rig.accounts.session(token)).ok).toBe(false);
    const password = out.trim();
    expect(password).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/);
    const fresh = await enter(rig, { name: 'nour', password, next: 'onze canards verts ici' });
    expect(got(await rig.accounts.session(fresh)).needs).toBeNull();
    expect(got(await rig.accounts.signIn({ name: 'nour', password, seat: 'console' })).outcome).toBe('wrong');
    const events = (await accounts('audit')).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events.find((event) => event.code === 'reset')).toMatchObject({ account: id, by: 'command', seat: null });
    expect(readFileSync(join(folder, 'audit.jsonl'), 'utf8')).not.toContain(password);
  });

  it('says what cannot be done, and how it is to be asked', async () => {
    expect(await accounts('reset', 'nobody')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('n’existe pas') });
    for (const wrong of [[], ['reset'], ['dance'], ['list', 'x'], ['reset', 'a', 'b'], ['toString']])
      expect(await accounts(...wrong)).toMatchObject({ code: 64, out: '', err: expect.stringContaining('Usage') });
    expect((await accounts('list', '--loud')).code).toBe(64);
  });

  it('verifies the trail, and names what was changed', async () => {
    await started(rigAccounts(folder));
    const whole = await accounts('audit', '--verify');
    expect([whole.code, JSON.parse(whole.out)]).toEqual([0, { entries: 3, broken: null, cut: false, torn: false }]);
    const path = join(folder, 'audit.jsonl');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"charter-signed"', '"signed-out"'));
    expect(await accounts('audit', '--verify')).toMatchObject({ code: 1, err: expect.stringContaining('ligne 3') });
    writeFileSync(path, `${text.split('\n').slice(0, 2).join('\n')}\n`);
    expect(JSON.parse((await accounts('audit', '--verify')).out)).toMatchObject({ broken: null, cut: true });
    writeFileSync(path, text);
    appendFileSync(path, '{"n":4,');
    expect(JSON.parse((await accounts('audit', '--verify')).out)).toMatchObject({ broken: null, cut: false, torn: true });
  });

  it('opens the first start again only where accounts cannot be read, and writes it down', async () => {
    const rig = rigAccounts(folder);
    await started(rig);
    expect(await accounts('open-first-start')).toMatchObject({ code: 1, err: expect.stringContaining('lisibles') });
    rmSync(join(folder, 'accounts.json'));
    expect(await rig.accounts.state()).toEqual({ ok: false, code: 'accounts-damaged' });
    expect((await accounts('list')).code).toBe(1);
    expect((await accounts('open-first-start')).code).toBe(0);
    expect(await rig.accounts.state()).toEqual({ ok: true, value: 'first-start' });
    await started(rig);
    const events = (await accounts('audit')).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).code);
    expect(events.join(' ')).toBe('first-start signed-in charter-signed first-start-opened first-start signed-in charter-signed');
    expect((await accounts('audit', '--verify')).code).toBe(0);
  });
});
