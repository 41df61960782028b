import { randomBytes } from 'node:crypto';
import type { SessionView } from '../../core/accounts/account.ts';
import type { Power } from '../../core/accounts/roles.ts';
import { done, type Result } from '../../core/mishap.ts';
import { type Begin, openBegin } from './begin.ts';
import type { AskCard } from './card-proof.ts';
import { type Context, eventOf, liveOf, sessionView } from './context.ts';
import { type Enter, openEnter } from './enter.ts';
import { allowed, type Manage, openManage } from './manage.ts';
import { type Own, openOwn } from './own.ts';
import { type Cost, type Derive, OWASP_COST, openDerive, openSecrets } from './secret.ts';
import { openSessions } from './sessions.ts';
import { openStore } from './store.ts';
import { type AuditTrail, openTrail } from './trail.ts';

/** The accounts of a place. Sessions are in memory: a restart signs everybody out. */
export interface Accounts extends Begin, Enter, Own, Manage {
  /** Who is signed in with this token; `not-signed-in` when it is over. Looking is no activity. */
  session(token: string): Promise<Result<SessionView>>;
  /** As `session`, if they may do this now; else `not-allowed`. To be asked at every request. */
  may(token: string, power: Power): Promise<Result<SessionView>>;
  /** Somebody did something: the idle time begins again. */
  touch(token: string): Promise<Result<SessionView>>;
  /** Leaves the seat to a colleague: the session ends, quick re-entry stays. As the idle time does. */
  leave(token: string): void;
  /** The end of somebody's day at this seat: quick re-entry goes too. Written down. */
  signOut(token: string): Promise<void>;
}

export interface AccountsOptions {
  /** The data folder: `accounts.json` and `audit.jsonl` are in it. */
  folder: string;
  now: () => Date;
  /** Cryptographically random bytes. */
  random?: (bytes: number) => Uint8Array;
  /** Where it is written down. Default: `audit.jsonl`. */
  audit?: AuditTrail;
  /** Default: there is no reader at the console. */
  askCard?: AskCard;
  /** Version of the charter to be signed. */
  charter: string;
  /** Name of the place, for the authenticator app, and no password. */
  place: string;
  /** Milliseconds without a touch after which a session ends. */
  idleMs?: number;
  /** Of new hashes; those of less are made anew at the next sign-in. */
  cost?: Cost;
  derive?: Derive;
}

const IDLE_MS = 10 * 60_000;

/** Opens the accounts; reads nothing yet. Every answer is a value; mishaps of the file are told by each. */
export function openAccounts(options: AccountsOptions): Accounts {
  const { folder, now, charter, place } = options;
  const random = options.random ?? ((bytes) => randomBytes(bytes));
  let last: Promise<unknown> = Promise.resolve();
  const context: Context = {
    store: openStore({ folder, trail: options.audit ?? openTrail(folder), event: (code) => eventOf(now, code) }),
    secrets: openSecrets({ random, derive: options.derive ?? openDerive(), cost: options.cost ?? OWASP_COST }),
    sessions: openSessions({ now, random, idleMs: options.idleMs ?? IDLE_MS }),
    now,
    random,
    askCard: options.askCard ?? (async () => null),
    charter,
    place,
    inTurn(work) {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
  const view = async (token: string, isTouch: boolean): Promise<Result<SessionView>> => {
    const live = await liveOf(context, token);
    if (!live.ok) return live;
    const { session, account } = live.value;
    if (isTouch) context.sessions.touch(session);
    return done(sessionView(context, session, account));
  };
  return {
    ...openBegin(context),
    ...openEnter(context),
    ...openOwn(context),
    ...openManage(context),
    session: (token) => view(token, false),
    touch: (token) => view(token, true),
    async may(token, power) {
      const live = await allowed(context, token, power);
      return live.ok ? done(live.value.view) : live;
    },
    leave(token) {
      const session = context.sessions.find(token);
      if (session) context.sessions.end(session);
    },
    async signOut(token) {
      const session = context.sessions.find(token);
      if (!session) return;
      const { account, seat } = session;
      context.sessions.end(session);
      context.sessions.forbid(account, seat);
      const event = eventOf(now, 'signed-out', { account, by: account, seat });
      await context.store.note((file) => ({ file, events: [event], value: null }));
    },
  };
}
