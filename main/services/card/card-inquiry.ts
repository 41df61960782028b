import type { ChipVerdict, RevocationState } from '../../../native/eid/further-verdicts.ts';
import type { InquiryReport, InquiryRequest, Question, Source } from '../../../native/inquiry-messages.ts';
import type { KeyName } from '../../../native/messages.ts';
import type { AskOnline } from './ask-online.ts';
import type { Unaddressed } from './unaddressed.ts';

/** What authorities say of the card's own certificates; no part of "genuine". */
export interface Revocation {
  readonly authentication: RevocationState;
  readonly signature: RevocationState;
  /** Where it is from: `crl` as soon as one of the two is from a list. Null: neither was checked. */
  readonly source: Source | null;
  /** ISO moment since when it is true; the older of the two. */
  readonly at: string | null;
}
export const NOTHING_CHECKED: Revocation = { authentication: 'not-checked', signature: 'not-checked', source: null, at: null };

/** Further questions about the card that is there. None throws, and each resolves. */
export interface CardInquiry {
  /** Once for an insertion; asked again, the answer is the same. `today`: ISO date. */
  chip(insertion: number, today: string): Promise<ChipVerdict>;
  /** Goes online. */
  revocation(insertion: number): Promise<Revocation>;
  onReport(report: InquiryReport): void;
  /** The card or the process is gone: nobody will answer. */
  drop(): void;
}

interface Found {
  readonly state: RevocationState;
  readonly source: Source | null;
  readonly at: number | null;
}
const NOT_FOUND: Found = { state: 'not-checked', source: null, at: null };

/** Asks the card process, and for it the network: the process that holds the certificates has none. */
export function openCardInquiry(options: {
  send(request: InquiryRequest): void;
  /** The card that is there now, or null. */
  insertion(): number | null;
  online: AskOnline;
  now: () => Date;
}): CardInquiry {
  let last = 0;
  const waiting = new Map<number, (report: InquiryReport | null) => void>();

  const ask = async (insertion: number, work: Unaddressed<InquiryRequest>): Promise<InquiryReport | null> => {
    if (insertion !== options.insertion()) return null;
    const id = ++last;
    const answered = new Promise<InquiryReport | null>((resolve) => waiting.set(id, resolve));
    options.send({ kind: 'inquiry', id, insertion, ...work } as InquiryRequest); // the union of the parts is the union
    return await answered.finally(() => waiting.delete(id));
  };
  const judge = async (insertion: number, key: KeyName, source: Source, answer: Uint8Array | null): Promise<Found> => {
    if (!answer) return NOT_FOUND;
    const report = await ask(insertion, { do: 'judge', key, source, answer, now: options.now().getTime() });
    return report && report.state !== 'not-checked' ? { state: report.state, source, at: report.at } : NOT_FOUND;
  };

  return {
    chip: async (insertion, today) => (await ask(insertion, { do: 'challenge', today }))?.chip ?? 'not-checked',
    async revocation(insertion) {
      const prepared = await ask(insertion, { do: 'prepare' });
      const lists = new Map<string, Promise<Uint8Array | null>>();
      const listAt = (url: string) => {
        const list = lists.get(url) ?? options.online(url, null);
        lists.set(url, list);
        return list;
      };
      const find = async ({ key, ocsp, crl }: Question): Promise<[KeyName, Found]> => {
        const asked = ocsp ? await judge(insertion, key, 'ocsp', await options.online(ocsp.url, ocsp.request)) : NOT_FOUND;
        if (asked.source || !crl) return [key, asked];
        return [key, await judge(insertion, key, 'crl', await listAt(crl))];
      };
      return summary(new Map(await Promise.all((prepared?.questions ?? []).map(find))));
    },
    onReport: (report) => waiting.get(report.id)?.(report),
    drop() {
      for (const answer of waiting.values()) answer(null);
    },
  };
}

function summary(found: ReadonlyMap<KeyName, Found>): Revocation {
  const all = [...found.values()];
  const times = all.flatMap(({ at }) => at ?? []);
  const sources = all.map(({ source }) => source);
  return {
    authentication: found.get('authentication')?.state ?? 'not-checked',
    signature: found.get('signature')?.state ?? 'not-checked',
    source: (['crl', 'ocsp'] as const).find((source) => sources.includes(source)) ?? null,
    at: times.length > 0 ? new Date(Math.min(...times)).toISOString() : null,
  };
}
