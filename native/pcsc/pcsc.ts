import type { Outcome } from '../outcome.ts';

/**
 * What can go wrong between a program and a card, in PC/SC terms:
 * `no-service` the reader service is not there or went away · `removed` no card (any more) in that reader, or no such reader ·
 * `reset` somebody reset the card: connect again · `busy` another program holds the card · `mute` the card does not answer
 * to power · `failed` anything else, worth one more try.
 */
export type PcscMishap = 'no-service' | 'removed' | 'reset' | 'busy' | 'mute' | 'failed';
export type PcscOutcome<T> = Outcome<T, PcscMishap>;

export interface Reader {
  readonly name: string;
  /** `mute`: something is in the slot that does not answer to power (often a card the wrong way round). */
  readonly slot: 'empty' | 'card' | 'mute';
  /** Goes up each time a card comes in: a swapped card is another insertion. */
  readonly insertion: number;
}

/** What is there now. `service: false` means that no reader service answers; readers are then unknown. */
export type PcscView = { readonly service: false } | { readonly service: true; readonly readers: readonly Reader[] };

/** A shared connection to one card, T=0 or T=1, whichever the card speaks. */
export interface Connection {
  /** Answer to reset; empty when the service would not tell. Never a reason to refuse a card. */
  readonly atr: Uint8Array;
  readonly protocol: 'T=0' | 'T=1';
  /** One command APDU out, one answer (data + SW1 SW2, at least 2 bytes) back. */
  transmit(command: Uint8Array): Promise<PcscOutcome<Uint8Array>>;
  /** Runs `work` while other programs wait; ends the transaction whatever happens, and leaves the card as it is. */
  transaction<T>(work: () => Promise<T>): Promise<PcscOutcome<T>>;
  /** What the reader itself can do (PC/SC part 10, 2.2): number of the feature -> its control code. Empty when it does not say. */
  features(): Promise<ReadonlyMap<number, number>>;
  /** Sends bytes to the reader itself. `limit`: milliseconds it may take, for a person at its keypad. */
  control(code: number, data: Uint8Array, limit: number): Promise<PcscOutcome<Uint8Array>>;
  /**
   * Leaves the card powered as it is, for others; `reset`: takes from it all rights it gave. In the middle of a transaction that ends
   * with it. The second time it does nothing. Gives whether it could be done.
   */
  disconnect(then?: 'leave' | 'reset'): Promise<boolean>;
}

/** The whole of PC/SC that Comptoir uses. It recovers by itself when the service stops and comes back. */
export interface Pcsc {
  view(): PcscView;
  /** Calls back on every change until the returned function is called. */
  onChange(listener: (view: PcscView) => void): () => void;
  connect(reader: string): Promise<PcscOutcome<Connection>>;
  /** Ends watching. Connections must be closed by their owners. */
  close(): void;
}

/**
 * What a call waits for. `answer`: of the card or its reader, which owe one. `turn`: another program's turn may come first, and it may
 * take as long as somebody thinks about a code; a driver that hangs looks the same. No fault of the card.
 */
export type Wait = 'answer' | 'turn';

/**
 * Told before each call that the service or a card may leave unanswered for ever, with the milliseconds it may take; gives what to
 * call when the answer is there. Nothing can be done about a stuck call from inside: the process must be killed.
 */
export type Pulse = (limit: number, wait: Wait) => () => void;
