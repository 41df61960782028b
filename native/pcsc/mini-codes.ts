import type { PcscMishap } from './pcsc.ts';

/** pcsc-mini's error codes (SCARD_* without prefix, in its spelling); what is not listed is `failed`. */
const CODES: Record<string, PcscMishap> = {
  NoService: 'no-service',
  ServiceStopped: 'no-service',
  /** pcsc-lite says this when its own socket broke, not when a card garbled an answer (that is CommDataLost, NotTransacted). */
  CommError: 'no-service',
  InvalidHandle: 'no-service',
  RemovedCard: 'removed',
  NoSmartCard: 'removed',
  ReaderUnavailable: 'removed',
  UnknownReader: 'removed',
  NoReadersAvailable: 'removed',
  ResetCard: 'reset',
  SharingViolation: 'busy',
  ServerTooBusy: 'busy',
  UnresponsiveCard: 'mute',
  UnpoweredCard: 'mute',
  UnsupportedCard: 'mute',
  InvalidAtr: 'mute',
  ProtoMismatch: 'mute',
};

/** The closed code for an error thrown by pcsc-mini; its message is dropped, it could hold what was sent. */
export function toMishap(error: unknown): PcscMishap {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return (typeof code === 'string' && CODES[code]) || 'failed';
}
