import type { HelpFilter, SearchWord } from '../../core/journal/query.ts';

/** A condition on `helps`, and the values in it. */
export interface Where {
  text: string;
  values: (string | number)[];
}

const LISTS = ['theme', 'procedure', 'channel', 'place', 'language', 'outcome', 'blockReason', 'ageBand', 'helper'] as const;

/** Helps that a filter and every word of a search let through. Column names are ours, values are bound. */
export function whereOf(filter: HelpFilter, words: readonly SearchWord[] = []): Where {
  const parts: Where[] = [];
  if (filter.from !== undefined) parts.push({ text: 'day >= ?', values: [filter.from] });
  if (filter.to !== undefined) parts.push({ text: 'day <= ?', values: [filter.to] });
  for (const name of LISTS) {
    const values = filter[name];
    if (values) parts.push({ text: `${name} IN (${marks(values.length)})`, values });
  }
  if (filter.tag) {
    const text = `position IN (SELECT position FROM help_tags WHERE tag IN (${marks(filter.tag.length)}))`;
    parts.push({ text, values: filter.tag });
  }
  for (const { begins, procedures } of words) {
    const text = `(position IN (SELECT rowid FROM notes WHERE notes MATCH ?)${procedures.length > 0 ? ` OR procedure IN (${marks(procedures.length)})` : ''})`;
    parts.push({ text, values: [`"${begins.replaceAll('"', '""')}"*`, ...procedures] });
  }
  return {
    text: parts.map((part) => part.text).join(' AND ') || '1',
    values: parts.flatMap((part) => part.values),
  };
}

const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ');
