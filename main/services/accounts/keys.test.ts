import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AskCard, whatToSign } from './index.ts';
import { CHEAP, enter, got, MANAGER, type Rig, rigAccounts, started } from './rig.ts';
import { totpAt } from './second-factor.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accounts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const { password, signInName: name } = MANAGER;
const seat = 'console';
const everything = () =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('\n');

describe('quick re-entry', () => {
  const PIN = '840937';
  const withPin = async (rig: Rig) => {
    const { token, id } = await started(rig);
    got(await rig.accounts.setPin(token, { password, pin: PIN }));
    rig.accounts.leave(token);
    expect((await rig.accounts.session(token)).ok).toBe(false);
    return { id, reEnter: (pin = PIN, at: 'console' | 'phone' = seat) => rig.accounts.reEnter({ account: id, pin, seat: at }) };
  };
  const shut = { ok: true, value: { outcome: 'wait', seconds: null } };

  it('takes the six digits after a sign-in of the same day at the same seat, and names who may', async () => {
    const rig = rigAccounts(folder);
    const { id, reEnter } = await withPin(rig);
    expect(got(await rig.accounts.reEntries(seat))).toEqual([{ account: id, displayName: MANAGER.displayName }]);
    expect(got(await rig.accounts.reEntries('phone'))).toEqual([]);
    expect(await reEnter(PIN, 'phone')).toEqual(shut);
    expect(got(await reEnter())).toMatchObject({ outcome: 'in', session: { account: id, needs: null } });
    rig.clock.now += 86_400_000;
    expect(await reEnter()).toEqual(shut);
    rig.clock.now -= 2 * 86_400_000;
    expect(await reEnter()).toEqual(shut);
  });

  it('ends with the program, the sign-out, three wrong tries, and whatever changes the account', async () => {
    const rig = rigAccounts(folder);
    const { id, reEnter } = await withPin(rig);
    const anew = () => enter(rig, { name, password });
    expect(await rig.again().accounts.reEnter({ account: id, pin: PIN, seat })).toEqual(shut);
    expect([await reEnter('111111'), await reEnter('222222')].map((one) => got(one).outcome)).toEqual(['wrong', 'wrong']);
    expect(await reEnter('333333')).toEqual(shut);
    expect(await reEnter()).toEqual(shut);
    const token = await anew();
    expect(got(await reEnter()).outcome).toBe('in');
    await rig.accounts.signOut(token);
    expect(await reEnter()).toEqual(shut);
    await anew();
    const other = await anew();
    got(await rig.accounts.setPin(other, { password, pin: '590468' }));
    expect(got(await reEnter()).outcome).toBe('wrong');
    expect(got(await reEnter('590468')).outcome).toBe('in');
    got(await rig.accounts.setPin(other, { password, pin: null }));
    expect(await reEnter('590468')).toEqual(shut);
  });

  it('tries side by side are three at most', async () => {
    const rig = rigAccounts(folder);
    const { reEnter } = await withPin(rig);
    rig.derived.length = 0;
    await Promise.all(Array.from({ length: 30 }, (_, n) => reEnter(String(500_000 + n * 7))));
    expect(rig.derived).toHaveLength(3);
  });

  it('takes no digits that everybody tries, and asks the password first', async () => {
    const rig = rigAccounts(folder);
    const { token } = await started(rig);
    expect(await rig.accounts.setPin(token, { password, pin: '123456' })).toEqual({ ok: false, code: 'pin-weak' });
    expect(await rig.accounts.setPin(token, { password: 'not it', pin: PIN })).toEqual({ ok: false, code: 'wrong-password' });
    for (let n = 0; n < 4; n++) await rig.accounts.setPin(token, { password: 'not it', pin: PIN });
    expect(await rig.accounts.setPin(token, { password, pin: PIN })).toEqual({ ok: false, code: 'sign-in-waits' });
  });
});

describe('a second factor', () => {
  const enrolled = async (rig: Rig) => {
    const { token } = await started(rig);
    const { secret: shown } = got(await rig.accounts.startTotp(token, { password }));
    const secret = fromBase32(shown);
    const code = (steps = 0) => totpAt(secret, Math.floor(rig.clock.now / 30_000) + steps);
    expect(await rig.accounts.confirmTotp(token, '000 00')).toEqual({ ok: false, code: 'wrong-code' });
    const { codes } = got(await rig.accounts.confirmTotp(token, code()));
    rig.clock.now += 60_000;
    const signIn = (typed?: string) => rig.accounts.signIn({ name, password, seat, ...(typed !== undefined && { code: typed }) });
    return { token, code, codes, signIn, shown };
  };

  it('is asked after the right password only, and takes no code twice, not even after a restart', async () => {
    const rig = rigAccounts(folder);
    const { code, signIn } = await enrolled(rig);
    expect(got(await rig.accounts.signIn({ name, password: 'not it at all', seat }))).toMatchObject({ outcome: 'wrong' });
    expect(got(await signIn())).toEqual({ outcome: 'code' });
    expect(got(await signIn(code(5)))).toMatchObject({ outcome: 'wrong' });
    expect(got(await signIn(code(1)))).toMatchObject({ outcome: 'in' });
    expect(got(await signIn(code(1)))).toMatchObject({ outcome: 'wrong' });
    expect(got(await signIn(code()))).toMatchObject({ outcome: 'wrong' });
    const again = await rig.again().accounts.signIn({ name, password, seat, code: code(1) });
    expect(got(again)).toMatchObject({ outcome: 'wrong' });
    rig.clock.now += 60_000;
    expect(got(await signIn(code()))).toMatchObject({ outcome: 'in' });
  });

  it('counts a wrong code as a wrong try', async () => {
    const rig = rigAccounts(folder);
    const { code, signIn } = await enrolled(rig);
    for (let n = 0; n < 5; n++) await signIn('000000');
    expect(got(await signIn(code()))).toEqual({ outcome: 'wait', seconds: 30 });
  });

  it('has eight recovery codes, each good once', async () => {
    const rig = rigAccounts(folder);
    const { token, codes, signIn } = await enrolled(rig);
    expect(new Set(codes).size).toBe(8);
    expect(got(await signIn(codes[3]?.toLowerCase()))).toMatchObject({ outcome: 'in' });
    expect(got(await signIn(codes[3]))).toMatchObject({ outcome: 'wrong' });
    expect(got(await signIn(codes[4]?.replaceAll('-', '')))).toMatchObject({ outcome: 'in' });
    expect(got(await rig.accounts.list(token))[0]).toMatchObject({ totp: true, recoveryCodes: 6 });
  });

  it('survives a changed password, and goes with the password that takes it away', async () => {
    const rig = rigAccounts(folder);
    const { token, code } = await enrolled(rig);
    const next = 'onze canards verts ici';
    got(await rig.accounts.changePassword(token, { current: password, next }));
    const signIn = (typed: string) => rig.accounts.signIn({ name, password: next, seat, code: typed });
    expect(got(await signIn(code()))).toMatchObject({ outcome: 'in' });
    got(await rig.accounts.removeTotp(token, { password: next }));
    expect(got(await rig.accounts.signIn({ name, password: next, seat }))).toMatchObject({ outcome: 'in' });
  });
});

describe('one’s own card', () => {
  /** A card as the card process shows it: the public key of its log-in key, and a signature by the way it was asked. */
  const cardOf = ({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): AskCard => {
    const spki = publicKey.export({ type: 'spki', format: 'der' });
    return async (challenge) => {
      const asked = whatToSign(spki, challenge);
      if (!asked) throw new Error('no key');
      expect(asked.digest).toEqual(createHash(asked.hash).update(challenge).digest());
      return { publicKey: spki, signature: sign(asked.hash, challenge, { key: privateKey, dsaEncoding: 'ieee-p1363' }) };
    };
  };
  const elliptic = () => generateKeyPairSync('ec', { namedCurve: 'secp384r1' });
  const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

  it.each([
    ['elliptic', elliptic],
    ['RSA', rsa],
  ])('signs in by a signature (%s), also while the password is locked', async (_, make) => {
    const rig = rigAccounts(folder, { askCard: cardOf(make()) });
    const { token } = await started(rig);
    expect(got(await rig.accounts.signInByCard(seat))).toEqual({ outcome: 'wrong', seconds: 0 });
    expect(got(await rig.accounts.enrolCard(token, { password }))).toMatchObject({ card: true });
    for (let n = 0; n < 5; n++) await rig.accounts.signIn({ name, password: 'not it at all', seat });
    expect(got(await rig.accounts.signInByCard(seat))).toMatchObject({
      outcome: 'in',
      session: { displayName: MANAGER.displayName },
    });
    expect(got(await rig.accounts.signIn({ name, password, seat })).outcome).toBe('wait');
    const other = rig.again({ askCard: cardOf(make()) });
    expect(got(await other.accounts.signInByCard(seat))).toMatchObject({ outcome: 'wrong' });
    expect(got(await rig.again({ askCard: async () => null }).accounts.signInByCard(seat))).toEqual({ outcome: 'no-proof' });
  });

  it('takes no signature of something else, of another key, or of nobody', async () => {
    const keys = elliptic();
    const good = cardOf(keys);
    const rig = rigAccounts(folder, { askCard: good });
    const { token } = await started(rig);
    got(await rig.accounts.enrolCard(token, { password }));
    const proof = await good(Buffer.from('another challenge'));
    const lies: AskCard[] = [
      async () => proof,
      async (challenge) =>
        ({ ...(await cardOf(elliptic())(challenge)), publicKey: proof?.publicKey ?? Buffer.alloc(0) }) as never,
      async (challenge) => ({
        publicKey: Buffer.from('no key'),
        signature: (await good(challenge))?.signature ?? Buffer.alloc(0),
      }),
      async () => ({ publicKey: proof?.publicKey ?? Buffer.alloc(0), signature: Buffer.alloc(96) }),
    ];
    for (const askCard of lies) {
      const { accounts } = rig.again({ askCard });
      expect(got(await accounts.signInByCard(seat))).toMatchObject({ outcome: 'wrong' });
    }
  });

  it('leaves a salted hash of its public key in the file, and belongs to one account', async () => {
    const keys = elliptic();
    const rig = rigAccounts(folder, { askCard: cardOf(keys) });
    const { token } = await started(rig);
    got(await rig.accounts.enrolCard(token, { password }));
    const { password: first } = got(await rig.accounts.create(token, { signInName: 'lea', displayName: 'Léa', role: 'it' }));
    const next = 'onze canards verts ici';
    const lea = await enter(rig, { name: 'lea', password: first, next });
    expect(await rig.accounts.enrolCard(lea, { password: next })).toEqual({ ok: false, code: 'card-taken' });
    const spki = keys.publicKey.export({ type: 'spki', format: 'der' });
    const bare = createHash('sha256').update(spki).digest();
    for (const trace of [spki.subarray(-48), bare])
      for (const form of ['hex', 'base64', 'latin1'] as const) expect(everything()).not.toContain(trace.toString(form));
    got(await rig.accounts.removeCard(token, { password }));
    expect(got(await rig.accounts.signInByCard(seat))).toMatchObject({ outcome: 'wrong' });
  });
});

describe('the sealed code', () => {
  it('opens a manager’s account once, takes the other keys away, and is replaced', async () => {
    const rig = rigAccounts(folder);
    const { token, sealed } = await started(rig);
    const next = 'onze canards verts ici';
    const recover = (code: string, who: string = name) => rig.accounts.recover({ name: who, sealed: code, password: next, seat });
    expect(got(await recover('AAAA-BBBB'))).toEqual({ outcome: 'wrong', seconds: 0 });
    expect(got(await recover(sealed, 'nobody'))).toMatchObject({ outcome: 'wrong' });
    const done = got(await recover(sealed.toLowerCase().replaceAll('-', ' ')));
    if (done.outcome !== 'done') throw new Error(done.outcome);
    expect((await rig.accounts.session(token)).ok).toBe(false);
    expect(got(await rig.accounts.signIn({ name, password: next, seat }))).toMatchObject({ outcome: 'in' });
    expect(got(await recover(sealed))).toMatchObject({ outcome: 'wrong' });
    expect(got(await recover(done.sealed))).toMatchObject({ outcome: 'done' });
  });

  it('is guessed at no faster than a password, and for managers only', async () => {
    const rig = rigAccounts(folder);
    const { token, sealed } = await started(rig);
    got(await rig.accounts.create(token, { signInName: 'lea', displayName: 'Léa', role: 'it' }));
    const recover = (who: string, code: string) =>
      rig.accounts.recover({ name: who, sealed: code, password: 'onze canards verts ici', seat });
    expect(got(await recover('lea', sealed))).toEqual({ outcome: 'wrong', seconds: 0 });
    for (let n = 0; n < 4; n++) await recover(name, 'AAAA-BBBB');
    expect(got(await recover(name, sealed))).toEqual({ outcome: 'wait', seconds: 30 });
    const fresh = got(await rig.accounts.renewSealed(token, { password }));
    expect(got(await recover(name, sealed))).toMatchObject({ outcome: 'wrong' });
    expect(got(await recover(name, fresh.sealed))).toMatchObject({ outcome: 'done' });
  });
});

describe('the files', () => {
  it('hold no password, PIN, secret or code of anybody in any form, and no name beside the accounts file', async () => {
    const rig = rigAccounts(folder, { cost: CHEAP });
    const { token, sealed } = await started(rig);
    const pin = '840937';
    got(await rig.accounts.setPin(token, { password, pin }));
    const { secret } = got(await rig.accounts.startTotp(token, { password }));
    const bytes = fromBase32(secret);
    const { codes } = got(await rig.accounts.confirmTotp(token, totpAt(bytes, Math.floor(rig.clock.now / 30_000))));
    const made = got(await rig.accounts.create(token, { signInName: 'lea', displayName: 'Léa Exemple', role: 'operator' }));
    await rig.accounts.signIn({ name, password: 'a password mistyped', seat });
    await rig.accounts.signIn({ name: 'nobody-known', password, seat });
    got(await rig.accounts.reset(token, made.account.id));
    const all = everything();
    const marks = [password, pin, secret, sealed, made.password, token, 'mistyped', 'nobody-known', ...codes];
    for (const mark of marks) {
      for (const form of ['hex', 'base64', 'latin1'] as const)
        expect(all.toLowerCase()).not.toContain(Buffer.from(mark).toString(form).replace(/=+$/, '').toLowerCase());
      expect(all).not.toContain(mark.replaceAll('-', ''));
      expect(all).not.toContain(createHash('sha256').update(mark).digest('hex'));
    }
    for (const form of ['hex', 'base64'] as const) expect(all).not.toContain(bytes.toString(form).replace(/=+$/, ''));
    const trail = readFileSync(join(folder, 'audit.jsonl'), 'utf8');
    expect(trail).not.toMatch(/nour|lea|Exemple/i);
  });
});

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}
