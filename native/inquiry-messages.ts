import { CHIP_VERDICTS, type ChipVerdict, REVOCATION_STATES, type RevocationState } from './eid/further-verdicts.ts';
import { KEY_NAMES, type KeyName } from './eid/key-names.ts';
import { isDay, isOneOf, isRecord } from './shape.ts';

const SOURCES = ['ocsp', 'crl'] as const;
export type Source = (typeof SOURCES)[number];

/**
 * Further questions about the card that is there, each only on demand. The card process never touches the network: `prepare` gives
 * what to ask and where, whoever asked fetches it, and `judge` gives the answer back to where the certificates and roots are.
 */
export type InquiryRequest = { kind: 'inquiry'; id: number; insertion: number } & (
  | { do: 'challenge'; today: string }
  | { do: 'prepare' }
  /** `now`: ms since 1970. */
  | { do: 'judge'; key: KeyName; source: Source; answer: Uint8Array; now: number }
);

/** What to send to an OCSP responder, and where the list lies. No person: hashes of the authority, a serial number, a random number. */
export interface Question {
  readonly key: KeyName;
  readonly ocsp: { readonly url: string; readonly request: Uint8Array } | null;
  readonly crl: string | null;
}

export interface InquiryReport {
  readonly kind: 'inquiry';
  readonly id: number;
  readonly chip: ChipVerdict | null;
  readonly questions: readonly Question[];
  readonly state: RevocationState;
  /** Since when the state is true, ms since 1970. */
  readonly at: number | null;
}

export function isInquiryRequest(message: Record<string, unknown>): message is Record<string, unknown> & InquiryRequest {
  const { id, insertion, today, key, source, answer, now } = message;
  if (typeof id !== 'number' || typeof insertion !== 'number') return false;
  if (message.do === 'challenge') return isDay(today);
  if (message.do === 'prepare') return true;
  return (
    message.do === 'judge' &&
    isOneOf(KEY_NAMES, key) &&
    isOneOf(SOURCES, source) &&
    answer instanceof Uint8Array &&
    typeof now === 'number'
  );
}

export function isInquiryReport(message: Record<string, unknown>): message is Record<string, unknown> & InquiryReport {
  const { id, chip, questions, state, at } = message;
  return (
    typeof id === 'number' &&
    (chip === null || isOneOf(CHIP_VERDICTS, chip)) &&
    Array.isArray(questions) &&
    questions.every(isQuestion) &&
    isOneOf(REVOCATION_STATES, state) &&
    (at === null || typeof at === 'number')
  );
}

function isQuestion(value: unknown): value is Question {
  if (!isRecord(value) || !isOneOf(KEY_NAMES, value.key)) return false;
  const { ocsp, crl } = value;
  if (crl !== null && typeof crl !== 'string') return false;
  return ocsp === null || (isRecord(ocsp) && typeof ocsp.url === 'string' && ocsp.request instanceof Uint8Array);
}
