import { createHash } from 'node:crypto';
import { bad, good, type Outcome } from '../outcome.ts';
import type { Channel, ChannelMishap } from './channel.ts';

export interface CardData {
  /** Tells one chip from the next; a digest, for nobody needs the number itself. */
  readonly chip: string;
  /** Version of the applet as people say it: "1.7". It decides nothing about signatures of the register (keys do). */
  readonly applet: string;
  /** False: the card has not been activated. */
  readonly personalised: boolean;
  /** Wrong codes the card still allows; null before applet 1.8, which does not tell. */
  readonly triesLeft: number | null;
}

/** What the card says of itself, 28 bytes: serial number 16, then one byte each (global OS version: two), applet version 21st, life cycle last. */
const GET_CARD_DATA = Buffer.from('80e400001c', 'hex');
/** The same and 3 more: tries left, two for later use. Applet 1.8. */
const WITH_TRIES = Buffer.from('80e400011f', 'hex');
const [LENGTH, SERIAL, APPLET, LIFE_CYCLE, TRIES] = [28, 16, 21, 27, 28];
const TELLS_TRIES = 0x18;
const PERSONALISED = 0x0f;
/** More tries than any card allows are noise. */
const MOST_TRIES = 15;

/**
 * Asks the card for its applet, life cycle and tries left (public reference manual of applet 1.8, chapter 6, GET CARD DATA).
 * It spends no try: an empty VERIFY, whose meaning before 1.8 is not documented, is never sent. Errors: the channel's; `odd` when it
 * does not answer as documented. `tries: false` saves the command that asks for them.
 */
export async function readCardData(
  channel: Channel,
  { tries: wanted = true } = {},
): Promise<Outcome<CardData, ChannelMishap | 'odd'>> {
  const reply = await channel.send(GET_CARD_DATA);
  if (!reply.ok) return reply;
  const { data, word } = reply.value;
  if (word !== 0x9000 || data.length < LENGTH) return bad('odd');
  const version = data[APPLET] ?? 0;
  const known = {
    chip: createHash('sha256').update(data.subarray(0, SERIAL)).digest('hex'),
    applet: `${version >> 4}.${version & 0x0f}`,
    personalised: data[LIFE_CYCLE] === PERSONALISED,
  };
  data.fill(0);
  if (version < TELLS_TRIES || !wanted) return good({ ...known, triesLeft: null });
  const more = await channel.send(WITH_TRIES);
  if (!more.ok) return more;
  const tries = more.value.word === 0x9000 ? more.value.data[TRIES] : undefined;
  more.value.data.fill(0);
  return good({ ...known, triesLeft: tries !== undefined && tries <= MOST_TRIES ? tries : null });
}
