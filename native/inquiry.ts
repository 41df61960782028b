import { setTimeout as sleep } from 'node:timers/promises';
import { challenge } from './eid/challenge.ts';
import type { Channel } from './eid/channel.ts';
import { FILES } from './eid/files.ts';
import type { ChipVerdict } from './eid/further-verdicts.ts';
import { KEY_NAMES, type KeyName } from './eid/key-names.ts';
import { type ReadMishap, readFile } from './eid/read-file.ts';
import { NOT_CHECKED, type Subject, subjectOf } from './eid/revocation.ts';
import { judgeCrl } from './eid/revocation-crl.ts';
import { askOcsp, judgeOcsp } from './eid/revocation-ocsp.ts';
import type { Anchor } from './eid/trust.ts';
import type { InquiryReport, InquiryRequest, Question } from './inquiry-messages.ts';
import { bad, good, type Outcome } from './outcome.ts';
import { isThere } from './pcsc/is-there.ts';
import type { Pcsc, Reader } from './pcsc/pcsc.ts';
import { session } from './session.ts';

export interface InquiryOptions {
  readonly pcsc: Pcsc;
  readonly roots: readonly Anchor[];
  /** Gives the reader with that card in turn with everything else that is done on it; null: that card is not there. */
  use(insertion: number, work: (reader: Reader | null) => Promise<void>): void;
  tell(report: InquiryReport): void;
}

const ATTEMPTS = 3;

interface Asked extends Subject {
  readonly nonce: Uint8Array;
}
interface Turn {
  readonly reader: Reader | null;
  wanted(): boolean;
}
interface Prepared {
  readonly insertion: number;
  readonly subjects: ReadonlyMap<KeyName, Asked>;
}

/** Answers further questions about a card: is it the chip itself, are its certificates revoked. Each is only asked on demand. */
export function openInquiry({ pcsc, roots, use, tell }: InquiryOptions): {
  ask(request: InquiryRequest): void;
  forget(): void;
} {
  /** Goes up with each `forget`: what was asked before is not wanted any more. */
  let epoch = 0;
  /** The last card challenged and what came of it: one question an insertion. */
  let challenged: { insertion: number; chip: ChipVerdict } | null = null;
  let prepared: Prepared | null = null;

  /** Works on the card, again when card or reader stumbled; null: nothing came of it. */
  const onCard = async <T, C extends string>(
    { reader, wanted }: Turn,
    work: (channel: Channel) => Promise<Outcome<T, C>>,
    mayAgain: () => boolean = () => true,
  ): Promise<T | null> => {
    for (let attempt = 0; reader && attempt < ATTEMPTS && mayAgain(); attempt++) {
      if (attempt) await sleep(100 * attempt);
      if (!wanted() || !isThere(pcsc, reader)) break;
      const done = await session(pcsc, reader, work, wanted);
      if (done.ok) return done.value;
    }
    return null;
  };

  const prove = async (turn: Turn, { insertion, today }: Extract<InquiryRequest, { do: 'challenge' }>) => {
    if (challenged?.insertion === insertion) return challenged.chip;
    let sent = false;
    const onSent = () => {
      sent = true;
    };
    const work = (channel: Channel) => challenge(channel, { roots, today, onSent });
    const chip = (await onCard(turn, work, () => !sent)) ?? 'not-checked';
    if (sent) challenged = { insertion, chip };
    return chip;
  };
  const prepare = async (turn: Turn, insertion: number): Promise<Question[]> => {
    const found = await onCard(turn, (channel) => readSubjects(channel, roots));
    const questions: Question[] = [];
    const subjects = new Map<KeyName, Asked>();
    for (const [key, subject] of found ?? []) {
      const { request, nonce } = askOcsp(subject);
      subjects.set(key, { ...subject, nonce });
      questions.push({ key, ocsp: subject.ocsp === null ? null : { url: subject.ocsp, request }, crl: subject.crl });
    }
    if (turn.wanted()) prepared = { insertion, subjects };
    return questions;
  };
  const judge = ({ insertion, key, source, answer, now }: Extract<InquiryRequest, { do: 'judge' }>) => {
    const subject = prepared?.insertion === insertion ? prepared.subjects.get(key) : undefined;
    if (!subject) return NOT_CHECKED;
    return source === 'ocsp' ? judgeOcsp(answer, subject, subject.nonce, now) : judgeCrl(answer, subject, now);
  };

  return {
    ask(request) {
      const { id, insertion } = request;
      const nothing = { kind: 'inquiry', id, chip: null, questions: [], ...NOT_CHECKED } as const;
      if (request.do === 'judge') return tell({ ...nothing, ...judge(request) });
      const mine = epoch;
      use(insertion, async (reader) => {
        const turn = { reader, wanted: () => mine === epoch };
        if (request.do === 'challenge') tell({ ...nothing, chip: await prove(turn, request) });
        else tell({ ...nothing, questions: await prepare(turn, insertion) });
      });
    },
    forget() {
      epoch++;
      prepared = null;
    },
  };
}

/** The certificates that are on the card and believed. Their bytes name the person, so they are overwritten. */
async function readSubjects(channel: Channel, roots: readonly Anchor[]): Promise<Outcome<[KeyName, Subject][], ReadMishap>> {
  const authority = await readFile(channel, FILES.authority);
  if (!authority.ok) return authority.code === 'absent' ? good([]) : bad(authority.code);
  const found: [KeyName, Subject][] = [];
  for (const key of KEY_NAMES) {
    const own = await readFile(channel, FILES[key]);
    if (!own.ok && own.code !== 'absent') return own;
    const subject = own.ok ? subjectOf(own.value, authority.value, roots) : null;
    if (own.ok) own.value.fill(0);
    if (subject) found.push([key, subject]);
  }
  return good(found);
}
