import { type CardData, readCardData } from './eid/card-data.ts';
import { type KeyMishap, readKey } from './eid/card-key.ts';
import type { Channel, ChannelMishap } from './eid/channel.ts';
import { changeCode, type Entry, isCode, logOff, type PinAnswer, verifyCode } from './eid/pin.ts';
import type { ReadMishap } from './eid/read-file.ts';
import { chooseKey, computeSignature, planOf } from './eid/sign.ts';
import type { Anchor } from './eid/trust.ts';
import type { CodeReport, CodeRequest } from './messages.ts';
import { bad, good, type Outcome } from './outcome.ts';
import { findKeypad, type Keypad } from './pcsc/keypad.ts';
import type { Connection } from './pcsc/pcsc.ts';

export type Finding = Omit<CodeReport, 'kind' | 'id'>;

export interface CodeWork {
  readonly request: CodeRequest;
  readonly roots: readonly Anchor[];
  /** Set before a code goes out: from then on nothing is tried again. */
  sent: boolean;
  /** Set when the reader turns out to have one. */
  keypad: boolean;
  /** The chip that `state` showed for this insertion, if it was asked; set by it. */
  chip: string | null;
  /** Asked at the last moment: is the card still the one the code was typed for, and does anybody want this? */
  mayAsk(): boolean;
}

type Asked<D extends CodeRequest['do']> = Extract<CodeRequest, { do: D }>;
type Answer = Outcome<Finding, ReadMishap>;

/**
 * What was asked, on a selected card, inside one transaction that ends with LOG OFF whenever a code went out. Errors are the card's and
 * the reader's; whether they came after the code is in `work.sent`.
 */
export async function workOnCard(outer: Channel, connection: Connection, work: CodeWork): Promise<Answer> {
  // Files are read in a transaction of their own otherwise; here all is one.
  const channel: Channel = { ...outer, transaction: async (inner) => good(await inner()) };
  const keypad = await findKeypad(connection);
  work.keypad = keypad !== null;
  const { request } = work;
  const told = await readCardData(channel);
  if (!told.ok) return told;
  if (request.do === 'state') return await tellState(channel, work, request, told.value);
  // A card swapped faster than the reader service looks: the code was typed for the other one.
  if (work.chip !== null && work.chip !== told.value.chip) return only(work, { outcome: 'gone' });
  const entry = toEntry(request, keypad);
  if (!entry) return only(work, { outcome: 'refused' });
  if (request.do === 'sign') return await sign(channel, work, request, entry, told.value);
  const give = request.do === 'change' ? changeCode : verifyCode;
  return await withCode(
    channel,
    work,
    () => give(channel, entry),
    async (given) => only(work, given),
  );
}

async function tellState(channel: Channel, work: CodeWork, { key, today }: Asked<'state'>, told: CardData): Promise<Answer> {
  const { chip, triesLeft } = told;
  work.chip = chip;
  if (!key) return only(work, { outcome: 'done', triesLeft });
  const read = await readKey(channel, key, work.roots, today);
  if (!read.ok) return keyless(work, read.code, triesLeft);
  const publicKey = new Uint8Array(read.value.export({ type: 'spki', format: 'der' }));
  return only(work, { outcome: 'done', triesLeft, publicKey });
}

async function sign(
  channel: Channel,
  work: CodeWork,
  request: Asked<'sign'>,
  entry: Entry,
  { applet }: CardData,
): Promise<Answer> {
  const key = await readKey(channel, request.key, work.roots, null);
  if (!key.ok) return keyless(work, key.code);
  const plan = planOf(request, key.value, applet);
  if (!plan) return only(work, { outcome: 'refused' });
  const chosen = await chooseKey(channel, request.key, plan.algorithm);
  if (!chosen.ok) return chosen.code === 'refused' ? only(work, { outcome: 'refused' }) : bad(chosen.code);
  const give = () => verifyCode(channel, entry);
  return await withCode(channel, work, give, async (given) => {
    if (given.outcome !== 'done') return only(work, given);
    // The keypad may have waited long: what nobody wants any more is not signed.
    if (!work.mayAsk()) return only(work, { outcome: 'cancelled' });
    const signed = await computeSignature(channel, plan, key.value);
    if (signed.ok) return only(work, { outcome: 'done', signature: signed.value });
    return signed.code === 'refused' ? only(work, { outcome: 'refused' }) : bad(signed.code);
  });
}

/** The only way a code takes to the card: once, not for a card or a visit that is not there any more, and with LOG OFF at the end. */
async function withCode(
  channel: Channel,
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
    await logOff(channel);
  }
}

/** Null: a code that no card can have, or a keypad that is not there. */
function toEntry(request: Exclude<CodeRequest, Asked<'state'>>, keypad: Keypad | null): Entry | null {
  const { code, language } = request;
  const next = request.do === 'change' ? request.next : null;
  if (code !== null) {
    if (!isCode(code) || (request.do === 'change' && !(next && isCode(next)))) return null;
    return next ? { code, next } : { code };
  }
  if (!keypad || next !== null) return null;
  const ask = request.do === 'change' ? keypad.change : keypad.verify;
  return { keypad: (command) => ask(command, language) };
}

function only(work: CodeWork, told: Pick<Finding, 'outcome'> & Partial<Finding>): Answer {
  return good({ triesLeft: null, publicKey: null, signature: null, ...told, keypad: work.keypad });
}

function keyless(work: CodeWork, code: KeyMishap, triesLeft: number | null = null): Answer {
  const isVerdict = code === 'no-key' || code === 'not-genuine' || code === 'not-valid';
  return isVerdict ? only(work, { outcome: code, triesLeft }) : bad(code);
}
