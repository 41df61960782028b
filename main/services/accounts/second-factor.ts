import { createHmac, timingSafeEqual } from 'node:crypto';
import { counterOf, stepsToTry, totpTyped, truncate } from '../../core/accounts/totp.ts';
import { asWritten } from '../../core/accounts/written-code.ts';
import type { Context } from './context.ts';
import type { Account, Vault } from './shape.ts';

type Totp = NonNullable<Account['totp']>;

/** The code of a step (RFC 6238). */
export const totpAt = (secret: Uint8Array, step: number, digits?: number): string =>
  truncate(createHmac('sha1', secret).update(counterOf(step)).digest(), digits);

/** The step whose code this is now, later than the last one used; null: none. Every candidate is compared. */
export function stepOf(secret: Uint8Array, typed: string, now: number, lastUsed: number): number | null {
  const code = totpTyped(typed);
  if (code === null) return null;
  const found = stepsToTry(now, lastUsed).filter((step) => timingSafeEqual(Buffer.from(totpAt(secret, step)), Buffer.from(code)));
  return found[0] ?? null;
}

/** What is kept after the code: the step, or one recovery code less. */
export async function secondFactor(
  { secrets, now }: Pick<Context, 'secrets' | 'now'>,
  totp: Totp,
  vault: Vault,
  typed: string | undefined,
): Promise<'asked' | 'wrong' | { totp: Totp; recovery: boolean }> {
  if (typed === undefined) return 'asked';
  if (vault.totp === null) return 'wrong';
  const step = stepOf(Buffer.from(vault.totp, 'base64'), typed, now().getTime(), totp.lastStep);
  if (step !== null) return { totp: { ...totp, lastStep: step }, recovery: false };
  if (totpTyped(typed) !== null) return 'wrong';
  const used = await secrets.find(asWritten(typed), totp.codes);
  if (used < 0) return 'wrong';
  const hashes = totp.codes.hashes.filter((_, at) => at !== used);
  return { totp: { ...totp, codes: { ...totp.codes, hashes } }, recovery: true };
}
