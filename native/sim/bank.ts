import { makeOtherCard, type OpenCard } from './card.ts';
import { tagged } from './der.ts';
import { word } from './word.ts';

/** Name of the payment system environment (EMV book 1, 12.2.2). */
const PSE = '1PAY.SYS.DDF01';

/** A card that pays: knows the payment environment and no eID. It keeps no account. */
export function makeBankCard(): OpenCard {
  const name = Buffer.from(PSE);
  const info = tagged(0x6f, tagged(0x84, name), tagged(0xa5, tagged(0x88, Buffer.of(1))));
  let pending: Buffer | null = null;
  const log: OpenCard['inside']['log'] = [];
  const answer = (command: Buffer): Buffer => {
    const [, ins, , , p3 = 0] = command;
    if (ins === 0xc0 && pending)
      return p3 === pending.length ? Buffer.concat([pending, word('9000')]) : Buffer.of(0x6c, pending.length);
    if (ins !== 0xa4) return word('6d00');
    pending = command.subarray(5, 5 + p3).equals(name) ? info : null;
    return pending ? Buffer.of(0x61, pending.length) : word('6a82');
  };
  return {
    ...makeOtherCard(),
    reset() {
      pending = null;
    },
    exchange(command) {
      const given = answer(command);
      log.push({ command: Buffer.from(command), answer: given });
      return given;
    },
    inside: { triesLeft: 0, pin: '', log, keys: null },
  };
}
