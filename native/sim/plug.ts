import { once } from 'node:events';
import net from 'node:net';
import type { SimCard } from './card.ts';
import { delayOf, type Faults, withFaults } from './faults.ts';

/** Where the driver of the virtual readers waits for a card (package vsmartcard-vpcd): its default for slot 0, the next for slot 1. */
const PORT = 35963;
const POWER = ['off', 'on', 'reset'] as const;

/** A card in the virtual slot. */
export interface Plugged {
  /** Pulls it out. */
  remove(): void;
  /** Commands seen since it was put in. */
  readonly commands: number;
}

export interface PlugOptions {
  /** Which of the two readers; the first unless told. */
  slot?: 0 | 1;
  /** Extra milliseconds a command of `sent` bytes with `received` bytes of answer takes, to play a real card's speed. */
  delay?: (sent: number, received: number) => number;
  faults?: Faults;
  /** Hears each command and its answer (null: silence), and the card's coming and going. */
  onTraffic?: (command: Buffer, answer: Buffer | null) => void;
  onPower?: (what: 'on' | 'off' | 'reset' | 'pulled') => void;
}

/**
 * Puts a card into a virtual reader: connects to the driver and speaks its protocol (2 bytes of length, then a command, or one
 * byte of control: 0 off, 1 on, 2 reset, 4 give the ATR). Each answer is one write, without delay. Fails if no reader waits.
 */
export async function plug(given: SimCard, options: PlugOptions = {}): Promise<Plugged> {
  const socket = net.connect({ port: PORT + (options.slot ?? 0), host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  socket.on('error', () => socket.destroy());
  socket.once('close', () => options.onPower?.('pulled'));
  const card = options.faults ? withFaults(given, options.faults, () => socket.destroy()) : given;
  const delay = options.delay ?? delayOf(options.faults ?? {});
  let commands = 0;
  let waiting = Buffer.alloc(0);

  const send = (answer: Buffer) => {
    const message = Buffer.alloc(2 + answer.length);
    message.writeUInt16BE(answer.length);
    answer.copy(message, 2);
    if (!socket.destroyed) socket.write(message);
  };
  const take = (message: Buffer) => {
    if (message.length === 1) {
      if (message[0] === 4) send(card.atr);
      else {
        card.reset();
        options.onPower?.(POWER[message[0] ?? 2] ?? 'reset');
      }
      return;
    }
    commands++;
    const answer = card.exchange(message);
    options.onTraffic?.(message, answer);
    if (!answer) return;
    const wait = delay(message.length, answer.length);
    if (wait > 0) after(wait, () => send(answer));
    else send(answer);
  };
  socket.on('data', (bytes: Buffer) => {
    waiting = Buffer.concat([waiting, bytes]);
    while (waiting.length >= 2 && waiting.length >= 2 + waiting.readUInt16BE(0)) {
      const end = 2 + waiting.readUInt16BE(0);
      take(Buffer.from(waiting.subarray(2, end)));
      waiting = waiting.subarray(end);
    }
  });
  return {
    remove: () => socket.destroy(),
    get commands() {
      return commands;
    },
  };
}

/** To a tenth of a millisecond: a timer alone is one late for each command, which is a tenth of a card's whole time. */
function after(ms: number, then: () => void): void {
  const due = performance.now() + ms;
  const look = () => (performance.now() >= due ? then() : setImmediate(look));
  setTimeout(look, Math.max(0, ms - 2));
}
