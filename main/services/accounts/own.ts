import type { AccountView } from '../../core/accounts/account.ts';
import { passwordProblem, toPassword } from '../../core/accounts/password.ts';
import { quickPinFault } from '../../core/accounts/quick-pin.ts';
import { base32, otpauthUri, TOTP_SECRET_BYTES } from '../../core/accounts/totp.ts';
import { bytesFor, RECOVERY_CODES, RECOVERY_GROUPS, writtenCode } from '../../core/accounts/written-code.ts';
import { localDay } from '../../core/local-day.ts';
import { done, mishap, type Result } from '../../core/mishap.ts';
import { cardHash, isProved, newChallenge } from './card-proof.ts';
import { type Context, changeOne, confirm, eventOf, type Live, liveOf, openVault, sealVault } from './context.ts';
import { stepOf } from './second-factor.ts';
import { type Account, viewOf } from './shape.ts';

/** What somebody does with their own account. Whatever changes a key of it asks the password once more. */
export interface Own {
  /** `password-weak`: the rules of core/accounts/password.ts, or the same as before. Ends the person's other sessions. */
  changePassword(token: string, asked: { current: string; next: string }): Promise<Result<AccountView>>;
  /** Null: none any more. `pin-weak`: the rules of core/accounts/quick-pin.ts. */
  setPin(token: string, asked: { password: string; pin: string | null }): Promise<Result<AccountView>>;
  /** `uri` for a QR, `secret` (base32) to be typed: shown once. Nothing changes before `confirmTotp`. */
  startTotp(token: string, asked: { password: string }): Promise<Result<{ uri: string; secret: string }>>;
  /** The app gave this code for it: from now on one is asked. Recovery codes, shown once. `wrong-code`: try again. */
  confirmTotp(token: string, code: string): Promise<Result<{ codes: string[] }>>;
  removeTotp(token: string, asked: { password: string }): Promise<Result<AccountView>>;
  /** The card in the console's reader. `card-not-proved`: it did not sign; `card-taken`: it is somebody else's. */
  enrolCard(token: string, asked: { password: string }): Promise<Result<AccountView>>;
  removeCard(token: string, asked: { password: string }): Promise<Result<AccountView>>;
  /** Signs the charter of today's version. */
  signCharter(token: string): Promise<Result<AccountView>>;
}

export function openOwn(context: Context): Own {
  const { store, secrets, sessions, now, random, askCard, charter, place } = context;
  const eventFor = ({ session, account }: Live, code: Parameters<typeof eventOf>[1]) =>
    eventOf(now, code, { account: account.id, by: account.id, seat: session.seat });
  /** Changes the account if nobody ended the session meanwhile. */
  const change = async (
    live: Live,
    code: Parameters<typeof eventOf>[1],
    made: Partial<Account>,
  ): Promise<Result<AccountView>> => {
    const changed = await store.change((file) => {
      const still = file.accounts.find((one) => one.id === live.account.id);
      if (still?.epoch !== live.account.epoch || still.disabled) return mishap('not-signed-in');
      // A password that somebody else made is changed before anything else.
      if (still.mustChange && made.mustChange === undefined) return mishap('not-allowed');
      // Two changes side by side: the second would undo the first.
      if (made.vault !== undefined && still.vault !== live.account.vault) return mishap('failed');
      if (made.card && file.accounts.some((one) => one.card === made.card && one.id !== still.id)) return mishap('card-taken');
      return changeOne(still.id, () => made, [eventFor(live, code)])(file);
    });
    return changed.ok ? done(viewOf(changed.value)) : changed;
  };

  return {
    async changePassword(token, { current, next }) {
      const sure = await confirm(context, token, toPassword(current));
      if (!sure.ok) return sure;
      const { account, session, key } = sure.value;
      if (passwordProblem(next, [account.signInName, account.displayName, place])) return mishap('password-weak');
      if (toPassword(next) === toPassword(current)) return mishap('password-weak');
      const vault = openVault(key, account);
      if (!vault) return mishap('wrong-password');
      const made = await secrets.hash(toPassword(next));
      const changed = await change(sure.value, 'password-changed', {
        password: made.hashed,
        vault: sealVault(made.key, account.id, vault, random),
        mustChange: false,
        epoch: account.epoch + 1,
      });
      if (!changed.ok) return changed;
      session.epoch = account.epoch + 1;
      sessions.forbid(account.id);
      if (vault.pin) sessions.allow({ id: account.id, epoch: session.epoch }, session.seat, vault.pin);
      return changed;
    },

    async setPin(token, { password, pin }) {
      if (pin !== null && quickPinFault(pin)) return mishap('pin-weak');
      const sure = await confirm(context, token, toPassword(password));
      if (!sure.ok) return sure;
      const { account, session, key } = sure.value;
      const vault = openVault(key, account);
      if (!vault) return mishap('wrong-password');
      const hashed = pin === null ? null : (await secrets.hash(pin)).hashed;
      const sealed = sealVault(key, account.id, { ...vault, pin: hashed }, random);
      const changed = await change(sure.value, hashed ? 'pin-set' : 'pin-removed', { vault: sealed, pin: hashed !== null });
      if (!changed.ok) return changed;
      // The old digits open nothing any more, at any seat.
      sessions.forbid(account.id);
      if (hashed) sessions.allow(account, session.seat, hashed);
      return changed;
    },

    async startTotp(token, { password }) {
      const sure = await confirm(context, token, toPassword(password));
      if (!sure.ok) return sure;
      const { account, session, key } = sure.value;
      const secret = Buffer.from(random(TOTP_SECRET_BYTES));
      session.totp = { secret, key };
      return done({ uri: otpauthUri(secret, place || 'Comptoir', account.signInName), secret: base32(secret) });
    },

    async confirmTotp(token, code) {
      const live = await liveOf(context, token);
      if (!live.ok) return live;
      const { account, session } = live.value;
      const vault = session.totp && openVault(session.totp.key, account);
      if (!session.totp || !vault) return mishap('not-allowed');
      const { secret, key } = session.totp;
      const step = stepOf(secret, code, now().getTime(), -1);
      if (step === null) return mishap('wrong-code');
      const codes = Array.from({ length: RECOVERY_CODES }, () => writtenCode(random(bytesFor(RECOVERY_GROUPS))));
      const hashed = await secrets.hashMany(codes);
      const changed = await change(live.value, 'totp-enrolled', {
        vault: sealVault(key, account.id, { ...vault, totp: secret.toString('base64') }, random),
        totp: { lastStep: step, codes: hashed },
      });
      if (!changed.ok) return changed;
      session.totp = null;
      return done({ codes });
    },

    async removeTotp(token, { password }) {
      const sure = await confirm(context, token, toPassword(password));
      if (!sure.ok) return sure;
      const { account, key } = sure.value;
      const vault = openVault(key, account);
      if (!vault) return mishap('wrong-password');
      const sealed = sealVault(key, account.id, { ...vault, totp: null }, random);
      return await change(sure.value, 'totp-removed', { vault: sealed, totp: null });
    },

    async enrolCard(token, { password }) {
      const sure = await confirm(context, token, toPassword(password));
      if (!sure.ok) return sure;
      const challenge = newChallenge(random);
      const proof = await askCard(challenge);
      if (!proof || !isProved(proof, challenge)) return mishap('card-not-proved');
      return await change(sure.value, 'card-enrolled', { card: cardHash(proof.publicKey, sure.value.file.salt) });
    },

    async removeCard(token, { password }) {
      const sure = await confirm(context, token, toPassword(password));
      return sure.ok ? await change(sure.value, 'card-removed', { card: null }) : sure;
    },

    async signCharter(token) {
      const live = await liveOf(context, token);
      if (!live.ok) return live;
      return await change(live.value, 'charter-signed', { charter: { version: charter, day: localDay(now()) } });
    },
  };
}
