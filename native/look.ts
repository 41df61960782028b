import { setTimeout as sleep } from 'node:timers/promises';
import { openChannel } from './eid/channel.ts';
import { isDone } from './eid/read-file.ts';
import { withPatience } from './patience.ts';
import type { Pcsc, PcscMishap, Reader } from './pcsc/pcsc.ts';
import { enterApplet } from './session.ts';

/** What a card is, as far as ATR and SELECT tell. `busy`: another program holds it. */
export interface Look {
  readonly kind: 'eid' | 'bank' | 'other' | 'busy' | 'unreadable';
  /** Upper-case hex; empty when the card did not say. */
  readonly atr: string;
  /** Why it is no eID: status word, or the closed code of PC/SC; empty for an eID. */
  readonly code: string;
}

/** Waits before each look at a new card: contacts settle, other programs let go. */
const LOOKS_MS = [0, 60, 250, 500, 1000];
/** How often a card held by another program is looked at again. */
const BUSY_MS = 1000;

/** Payment environments (EMV book 1, section 12.2.2; book B for contactless chips): whatever answers to them is a bank card. */
const PAYMENT = ['1PAY.SYS.DDF01', '2PAY.SYS.DDF01'].map((name) =>
  Buffer.concat([Buffer.of(0x00, 0xa4, 0x04, 0x00, name.length), Buffer.from(name)]),
);

/**
 * Looks at a new card until it is known (connect, SELECT, nothing more), and yields what is known whenever that changes: a card
 * that is held by another program is looked at until it is free. Ends when the card goes.
 */
export async function* lookAt(pcsc: Pcsc, reader: Reader, isThere: () => boolean): AsyncGenerator<Look> {
  let refusals = 0;
  let said: Look['kind'] | null = null;
  for (let i = 0; ; i++) {
    await sleep(LOOKS_MS[i] ?? BUSY_MS);
    if (!isThere()) return;
    let hold: (held: 'held') => void = () => undefined;
    const held = new Promise<'held'>((resolve) => {
      hold = resolve;
    });
    const glancing = glance(
      withPatience(pcsc, () => hold('held')),
      reader,
    );
    if ((await Promise.race([glancing, held])) === 'held' && said !== 'busy') {
      said = 'busy';
      yield { kind: 'busy', atr: '', code: 'busy' };
    }
    const look = await glancing;
    if (look.kind === 'eid') return yield look;
    // Refused twice: once may be the reader's mood.
    if ((look.kind === 'other' || look.kind === 'bank') && ++refusals === 2) return yield look;
    if (i < LOOKS_MS.length - 1) continue;
    if (look.kind !== 'busy') return yield look;
    if (said !== 'busy') yield look;
    said = 'busy';
  }
}

async function glance(pcsc: Pcsc, reader: Reader): Promise<Look> {
  const connected = await pcsc.connect(reader.name);
  if (!connected.ok) return failed(connected.code, '');
  const { atr: bytes } = connected.value;
  const atr = Buffer.from(bytes).toString('hex').toUpperCase();
  try {
    const channel = openChannel(connected.value);
    const entered = await enterApplet(channel);
    if (!entered.ok) return failed(entered.code === 'unwanted' ? 'failed' : entered.code, atr);
    if (entered.value.isEid) return { kind: 'eid', atr, code: '' };
    const code = entered.value.word.toString(16).toUpperCase().padStart(4, '0');
    for (const select of PAYMENT) {
      const reply = await channel.transaction(() => channel.once(select));
      if (reply.ok && reply.value.ok && isDone(reply.value.value.word)) return { kind: 'bank', atr, code };
    }
    return { kind: 'other', atr, code };
  } finally {
    await connected.value.disconnect();
  }
}

function failed(code: PcscMishap, atr: string): Look {
  return { kind: code === 'busy' ? 'busy' : 'unreadable', atr, code };
}
