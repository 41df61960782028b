import { acceptDraft } from '../../core/journal/accept.ts';
import { duplicateOf, writtenOf } from '../../core/journal/latest.ts';
import { searchWords } from '../../core/journal/query.ts';
import { Receipt } from '../../core/journal/record.ts';
import { daysBefore, type Keep } from '../../core/journal/retention.ts';
import { localDay } from '../../core/local-day.ts';
import { done, mishap, type Result } from '../../core/mishap.ts';
import type { Helps } from './index.ts';
import type { Thread } from './thread.ts';
import type { Writer } from './writer.ts';

interface Parts {
  thread: Pick<Thread, 'ask'>;
  entry: Writer;
  now: () => Date;
  keep: Keep;
  settle: () => Promise<void>;
  tell: (day: string) => void;
  titles?: () => ReadonlyMap<string, readonly string[]>;
}

/** What the facilitator may do with helps (index.ts says what each means). */
export function helpsOf({ thread, entry, now, keep, settle, tell, titles }: Parts): Omit<Helps, 'retain'> {
  const today = () => localDay(now());
  const line = async (id: string) => {
    const found = await thread.ask('help', id);
    return found.ok && found.value === null ? mishap('no-such-assistance') : (found as Result<NonNullable<HelpOf>>); // null is gone
  };
  type HelpOf = Extract<Awaited<ReturnType<typeof thread.ask<'help'>>>, { ok: true }>['value'];
  /** The words are out of the file, not only out of reach, before anybody is told so. */
  const erased = async (day: Result<string | null>, missing: 'no-such-assistance' | 'no-such-receipt'): Promise<Result<void>> => {
    if (!day.ok) return day;
    if (day.value === null) return mishap(missing);
    await settle();
    tell(day.value);
    return done(undefined);
  };

  return {
    addHelp: async (help, { receipt = null, draft } = {}) => {
      const fresh = checked(help);
      if (!fresh.ok) return fresh;
      const made = entry(writtenOf(help), null, receipt);
      if (!made.ok) return made;
      const written = await thread.ask('append', made.value, draft);
      if (!written.ok) return written;
      tell(help.day);
      return done(made.value.id);
    },
    correct: async (id, help, reason) => {
      const before = await line(id);
      if (!before.ok) return before;
      const fresh = checked(help);
      if (!fresh.ok) return fresh;
      const instead = writtenOf(help);
      if (instead.kind === 'private') {
        const made = entry(instead);
        if (!made.ok) return made;
        const gone = await thread.ask('erase', id, { reason: 'private', day: today() }, made.value);
        const told = await erased(gone, 'no-such-assistance');
        return told.ok ? done(null) : told;
      }
      const made = entry({ kind: 'correction', reason, help }, id);
      const written = made.ok ? await thread.ask('append', made.value) : made;
      if (!written.ok) return written;
      for (const day of new Set([before.value.help.day, help.day])) tell(day);
      return line(id);
    },
    erase: async (id, reason) => erased(await thread.ask('erase', id, { reason, day: today() }), 'no-such-assistance'),
    eraseByReceipt: async (receipt) => {
      const said = Receipt.safeParse(receipt.trim().toUpperCase());
      if (!said.success) return mishap('no-such-receipt');
      const from = daysBefore(today(), keep.receiptDays);
      return erased(await thread.ask('eraseReceipt', said.data, from, { reason: 'receipt', day: today() }), 'no-such-receipt');
    },
    help: line,
    list: (query) => thread.ask('list', query, searchWords(query.text, titles?.() ?? new Map())),
    duplicateLast: async (helper) => {
      const last = await thread.ask('last', helper);
      if (!last.ok || last.value === null) return last;
      return done(duplicateOf(last.value, { day: today(), hour: now().getHours() }));
    },
    tags: () => thread.ask('tags'),
    keepDraft: async (id, helper, draft) => {
      const accepted = acceptDraft(draft);
      if (!accepted.ok) return accepted;
      return thread.ask('keepDraft', { id, helper, day: today(), draft: accepted.value });
    },
    drafts: (helper) => thread.ask('drafts', helper),
    dropDraft: (id) => thread.ask('dropDraft', id),
    report: (query) => thread.ask('report', query),
  };

  /** Before a private theme reduces it: what is wrong with a record is said whatever its theme. */
  function checked(help: Parameters<Helps['addHelp']>[0]): Result<unknown> {
    return entry(help);
  }
}
