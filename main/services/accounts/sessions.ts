import { localDay } from '../../core/local-day.ts';
import type { SeatName } from '../../core/settings.ts';
import type { Hashed } from './secret.ts';

/** A sign-in at a seat, in memory only. `epoch`: of the account then; another one there ends it. */
export interface Session {
  readonly token: string;
  readonly account: string;
  readonly seat: SeatName;
  epoch: number;
  readonly since: number;
  last: number;
  /** A second factor that was shown and not yet proved, and the key of the vault it goes into. */
  totp: { secret: Buffer; key: Buffer } | null;
}

/** A full sign-in of today at this seat, after which six digits are enough. */
export interface ReEntry {
  readonly account: string;
  readonly seat: SeatName;
  readonly pin: Hashed;
  readonly epoch: number;
  readonly at: number;
  wrong: number;
}

/** Whoever is signed in. */
export interface Sessions {
  open(account: { id: string; epoch: number }, seat: SeatName): Session;
  /** Null: never was, over, idle for too long, or the clock was set back. Looking is no activity. */
  find(token: string): Session | null;
  touch(session: Session): void;
  end(session: Session): void;
  allow(account: { id: string; epoch: number }, seat: SeatName, pin: Hashed): void;
  reEntry(account: string, seat: SeatName): ReEntry | null;
  reEntries(seat: SeatName): ReEntry[];
  /** At this seat, or everywhere. */
  forbid(account: string, seat?: SeatName): void;
}

/** No session is longer than a working day (NIST SP 800-63B 4.2.3: 12 hours). */
const LONGEST_MS = 12 * 3_600_000;
/** Clocks are corrected by a little all the time. */
const CORRECTION_MS = 60_000;
/** Six digits stand against three tries (then the password). */
const MOST_WRONG = 3;

export function openSessions(options: { now: () => Date; random: (bytes: number) => Uint8Array; idleMs: number }): Sessions {
  const { random, idleMs } = options;
  const now = () => options.now().getTime();
  const sessions = new Map<string, Session>();
  const reEntries = new Map<string, ReEntry>();
  const place = (account: string, seat: SeatName) => `${seat} ${account}`;
  const isOf = (one: ReEntry) =>
    one.wrong < MOST_WRONG && now() >= one.at - CORRECTION_MS && localDay(new Date(one.at)) === localDay(options.now());
  const live = (): ReEntry[] => {
    for (const [key, one] of reEntries) if (!isOf(one)) reEntries.delete(key);
    return [...reEntries.values()];
  };
  return {
    open({ id, epoch }, seat) {
      const token = Buffer.from(random(32)).toString('base64url');
      const session = { token, account: id, seat, epoch, since: now(), last: now(), totp: null };
      sessions.set(token, session);
      return session;
    },
    find(token) {
      const session = sessions.get(token);
      if (!session) return null;
      const idle = now() - session.last;
      if (idle <= idleMs && idle >= -CORRECTION_MS && now() - session.since <= LONGEST_MS) return session;
      sessions.delete(token);
      return null;
    },
    touch(session) {
      session.last = now();
    },
    end: ({ token }) => void sessions.delete(token),
    allow({ id, epoch }, seat, pin) {
      reEntries.set(place(id, seat), { account: id, seat, pin, epoch, at: now(), wrong: 0 });
    },
    reEntry: (account, seat) => live().find((one) => one.account === account && one.seat === seat) ?? null,
    reEntries: (seat) => live().filter((one) => one.seat === seat),
    forbid(account, seat) {
      for (const [key, one] of reEntries) if (one.account === account && (!seat || one.seat === seat)) reEntries.delete(key);
    },
  };
}
