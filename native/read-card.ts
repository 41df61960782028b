import { performance } from 'node:perf_hooks';
import type { WarrantField } from '../main/core/procedure/warrant.ts';
import { readCardData } from './eid/card-data.ts';
import { type Examined, type ExamineMishap, examine } from './eid/examine.ts';
import type { Anchor } from './eid/trust.ts';
import { partsFor } from './fields.ts';
import type { Figures } from './messages.ts';
import type { Outcome } from './outcome.ts';
import type { Pcsc, Reader } from './pcsc/pcsc.ts';
import type { ReadRequest } from './result.ts';
import { type SessionMishap, session } from './session.ts';

export type ReadOutcome = Outcome<Examined, SessionMishap | ExamineMishap>;

/** What reading a card brought, so far. */
export interface Reading {
  done: ReadOutcome;
  /** As the card says it ("1.7"); only in an inspection. */
  applet: string | null;
  figures: Figures;
}

/** Starts the clock of one read, whatever attempts it takes. Milliseconds with one decimal. */
export function startReading(): Reading & { since(): number } {
  const began = performance.now();
  return {
    done: { ok: false, code: 'removed' },
    applet: null,
    figures: { identityMs: null, addressMs: null, verifiedMs: null, totalMs: 0, commands: 0 },
    since: () => Math.round((performance.now() - began) * 10) / 10,
  };
}

/** One attempt at the whole of a request: select, read, verify. Times of a later attempt replace those of one before. */
export async function readCard(
  reading: ReturnType<typeof startReading>,
  options: {
    pcsc: Pcsc;
    reader: Reader;
    roots: readonly Anchor[];
    request: ReadRequest;
    opened: readonly WarrantField[];
    wanted: () => boolean;
  },
): Promise<void> {
  const { pcsc, reader, roots, request, opened, wanted } = options;
  const keepPhoto = opened.includes('photo');
  const before = reading.figures.commands;
  const note = (figures: Partial<Figures>) => {
    reading.figures = { ...reading.figures, ...figures };
  };
  note({ identityMs: null, addressMs: null, verifiedMs: null });
  reading.done = await session(
    pcsc,
    reader,
    async (channel) => {
      const done = await examine(channel, {
        parts: partsFor(request.fields, keepPhoto ? [...request.parts, 'photo'] : request.parts),
        roots,
        today: request.today,
        inspect: request.verdicts,
        keepPhoto,
        onFile: (name) => {
          if (name === 'identity') note({ identityMs: reading.figures.identityMs ?? reading.since() });
          if (name === 'address') note({ addressMs: reading.figures.addressMs ?? reading.since() });
        },
        onVerified: () => note({ verifiedMs: reading.since() }),
      });
      const outcome = await withCardData(done, channel);
      note({ commands: before + channel.commands });
      return outcome;
    },
    wanted,
  );
  note({ totalMs: reading.since() });

  /** An inspection asks the card for its applet; and a card that cannot be read may say that it was never handed over. */
  async function withCardData(done: ReadOutcome, channel: Parameters<typeof readCardData>[0]): Promise<ReadOutcome> {
    const dumb = !done.ok && (done.code === 'malformed' || done.code === 'odd' || done.code === 'absent');
    const inactive = !done.ok && done.code === 'not-active';
    if (!dumb && !(request.verdicts && (done.ok || inactive))) return done;
    const asked = await channel.transaction(() => readCardData(channel, { tries: false }));
    const data = asked.ok ? asked.value : asked;
    // No answer worth having leaves the reading as it is; a card that went with this command is gone like with any other.
    if (!data.ok) return data.code === 'odd' ? done : data;
    reading.applet = data.value.applet;
    return dumb && !data.value.personalised ? { ok: false, code: 'not-active' } : done;
  }
}
