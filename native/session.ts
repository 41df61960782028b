import { SELECT_APPLET } from './eid/apdu.ts';
import { type Channel, type ChannelMishap, openChannel } from './eid/channel.ts';
import { isDone } from './eid/read-file.ts';
import { bad, type Outcome } from './outcome.ts';
import type { Connection, Pcsc, Reader } from './pcsc/pcsc.ts';

export type SessionMishap = ChannelMishap | 'not-eid';

/**
 * Connects, selects the eID applet, works, lets go. Anything but 9000 on SELECT is another kind of card; the ATR decides nothing.
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
    const selected = await channel.send(SELECT_APPLET);
    if (!selected.ok) return selected;
    return isDone(selected.value.word) ? await work(channel, connected.value) : bad('not-eid');
  } finally {
    await connected.value.disconnect();
  }
}
