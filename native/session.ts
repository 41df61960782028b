import { SELECT_APPLET } from './eid/apdu.ts';
import { isBelgianAtr } from './eid/atr.ts';
import { type Channel, type ChannelMishap, openChannel } from './eid/channel.ts';
import { isDone, isNotActive } from './eid/read-file.ts';
import { bad, good, type Outcome } from './outcome.ts';
import type { Connection, Pcsc, Reader } from './pcsc/pcsc.ts';

export type SessionMishap = ChannelMishap | 'not-eid';

/**
 * Connects, selects the eID applet, works, lets go. A card that refuses the SELECT is another kind of card; the ATR decides nothing.
 * `wanted` is asked before each command.
 */
export async function session<T, C extends string>(
  pcsc: Pcsc,
  reader: Reader,
  work: (channel: Channel, connection: Connection) => Promise<Outcome<T, C>>,
  wanted?: () => boolean,
): Promise<Outcome<T, C | SessionMishap>> {
  const connected = await pcsc.connect(reader.name);
  if (!connected.ok) return connected;
  try {
    const channel = openChannel(connected.value, wanted);
    const entered = await enterApplet(channel);
    if (!entered.ok) return entered;
    return entered.value.isEid ? await work(channel, connected.value) : bad('not-eid');
  } finally {
    await connected.value.disconnect();
  }
}

/**
 * Selects the eID applet, and says whether it is there. A card with the ATR of an eID that says "not in this state of my life" is one
 * that nobody activated yet. Nothing the card may offer about itself is fetched. In a transaction: a command that has to wait for
 * another program's would look like a card that does not answer. `word`: SW1 SW2.
 */
export async function enterApplet(channel: Channel): Promise<Outcome<{ isEid: boolean; word: number }, ChannelMishap>> {
  const done = await channel.transaction(() => channel.once(SELECT_APPLET));
  const reply = done.ok ? done.value : done;
  if (!reply.ok) return reply;
  const { word } = reply.value;
  return good({ isEid: isDone(word) || (isNotActive(word) && isBelgianAtr(channel.atr)), word });
}
