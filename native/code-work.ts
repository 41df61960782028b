import type { KeyObject } from 'node:crypto';
import { type CardData, readCardData } from './eid/card-data.ts';
import { type KeyMishap, readKey } from './eid/card-key.ts';
import type { Channel, ChannelMishap } from './eid/channel.ts';
import { changeCode, type Entry, isCode, logOff, type PinAnswer, verifyCode } from './eid/pin.ts';
import type { ReadMishap } from './eid/read-file.ts';
import { chooseKey, computeSignature, planOf } from './eid/sign.ts';
import type { Anchor } from './eid/trust.ts';
import type { CodeReport, CodeRequest, KeyName } from './messages.ts';
import { bad, good, type Outcome } from './outcome.ts';
import { findKeypad, type Keypad } from './pcsc/keypad.ts';
import type { Connection } from './pcsc/pcsc.ts';

export type Finding = Omit<CodeReport, 'kind' | 'id'>;

/** What `state` saw, and for which alone a code is asked. */
export interface Shown {
  readonly insertion: number;
  /** Tells it from a card swapped faster than the reader service looks. */
  readonly chip: string;
  /** The key that was asked for, believed. */
  readonly key: { readonly name: KeyName; readonly object: KeyObject } | null;
}

export interface CodeWork {
  readonly request: Exclude<CodeRequest, Asked<'reset'>>;
  readonly roots: readonly Anchor[];
  /** Set before a code goes out: from then on nothing is tried again. */
  sent: boolean;
  /** Set when the reader turns out to have one that can do this. */
  keypad: boolean;
  /** For `state` set by it, otherwise what that saw. */
  shown: Shown | null;
  /** Asked at the last moment: is the card still the one the code was typed for, and does anybody want this? */
  mayAsk(): boolean;
}

type Asked<D extends CodeRequest['do']> = Extract<CodeRequest, { do: D }>;
type Answer = Outcome<Finding, ReadMishap>;

/**
 * What was asked, on a selected card, inside one transaction that leaves no rights behind whenever a code went out. Errors are the card's and
 * the reader's; whether they came after the code is in `work.sent`.
 */
export async function workOnCard(outer: Channel, connection: Connection, work: CodeWork): Promise<Answer> {
  // Files are read in a transaction of their own otherwise; here all is one.
  const channel: Channel = { ...outer, transaction: async (inner) => good(await inner()) };
  const { request } = work;
  const keypad = await findKeypad(connection);
  const changes = request.do === 'change' || (request.do === 'state' && request.change);
  work.keypad = keypad !== null && (!changes || keypad.change !== null);
  const told = await readCardData(channel);
  if (!told.ok) return told;
  if (request.do === 'state') return await tellState(channel, work, request, told.value);
  if (work.shown?.chip !== told.value.chip) return only(work, { outcome: 'gone' });
  const entry = toEntry(request, keypad);
  if (!entry) return only(work, { outcome: 'refused' });
  if (request.do === 'sign') return await sign(channel, connection, work, request, entry, told.value);
  const give = request.do === 'change' ? changeCode : verifyCode;
  return await withCode(
    channel,
    connection,
    work,
    () => give(channel, entry),
    async (given) => only(work, given),
  );
}

async function tellState(
  channel: Channel,
  work: CodeWork,
  { insertion, key, today }: Asked<'state'>,
  { chip, triesLeft }: CardData,
): Promise<Answer> {
  work.shown = { insertion, chip, key: null };
  if (!key) return only(work, { outcome: 'done', triesLeft });
  const read = await readKey(channel, key, work.roots, today);
  if (!read.ok) return keyless(work, read.code, triesLeft);
  work.shown = { insertion, chip, key: { name: key, object: read.value } };
  const publicKey = new Uint8Array(read.value.export({ type: 'spki', format: 'der' }));
  return only(work, { outcome: 'done', triesLeft, publicKey });
}

async function sign(
  channel: Channel,
  connection: Connection,
  work: CodeWork,
  request: Asked<'sign'>,
  entry: Entry,
  { applet }: CardData,
): Promise<Answer> {
  const known = work.shown?.key;
  const key = known?.name === request.key ? good(known.object) : await readKey(channel, request.key, work.roots, null);
  if (!key.ok) return keyless(work, key.code);
  const plan = planOf(request, key.value, applet);
  if (!plan) return only(work, { outcome: 'refused' });
  const chosen = await chooseKey(channel, request.key, plan.algorithm);
  if (!chosen.ok) return chosen.code === 'refused' ? only(work, { outcome: 'refused' }) : bad(chosen.code);
  const give = () => verifyCode(channel, entry);
  return await withCode(channel, connection, work, give, async (given) => {
    if (given.outcome !== 'done') return only(work, given);
    // The keypad may have waited long: what nobody wants any more is not signed.
    if (!work.mayAsk()) return only(work, { outcome: 'cancelled' });
    const signed = await computeSignature(channel, request, plan, key.value);
    if (signed.ok) return only(work, { outcome: 'done', signature: signed.value });
    return signed.code === 'refused' ? only(work, { outcome: 'refused' }) : bad(signed.code);
  });
}

/**
 * The only way a code takes to the card: once, not for a card or a visit that is not there any more. The rights it gave end before the
 * transaction does: with LOG OFF, or, where the card will not, with its power.
 */
async function withCode(
  channel: Channel,
  connection: Connection,
  work: CodeWork,
  give: () => Promise<Outcome<PinAnswer, ChannelMishap>>,
  then: (given: PinAnswer) => Promise<Answer>,
): Promise<Answer> {
  if (!work.mayAsk()) return bad('unwanted');
  work.sent = true;
  try {
    const given = await give();
    return given.ok ? await then(given.value) : given;
  } finally {
    if (!(await logOff(channel))) await connection.disconnect('reset');
  }
}

/** Null: a code that no card can have, or a keypad that is not there. */
function toEntry(request: Exclude<CodeRequest, Asked<'state' | 'reset'>>, keypad: Keypad | null): Entry | null {
  const { code, language } = request;
  const next = request.do === 'change' ? request.next : null;
  if (code !== null) {
    if (!isCode(code) || (request.do === 'change' && !(next && isCode(next)))) return null;
    return next ? { code, next } : { code };
  }
  if (!keypad || next !== null) return null;
  const ask = request.do === 'change' ? keypad.change : keypad.verify;
  return ask && { keypad: (command) => ask(command, language) };
}

function only(work: CodeWork, told: Pick<Finding, 'outcome'> & Partial<Finding>): Answer {
  return good({ triesLeft: null, publicKey: null, signature: null, ...told, sent: work.sent, keypad: work.keypad });
}

function keyless(work: CodeWork, code: KeyMishap, triesLeft: number | null = null): Answer {
  const isVerdict = code === 'no-key' || code === 'not-genuine' || code === 'not-valid';
  return isVerdict ? only(work, { outcome: code, triesLeft }) : bad(code);
}
