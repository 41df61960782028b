import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FINDING_KINDS, type Finding, guard } from './guard.ts';

interface Case {
  line: string;
  note: string;
  findings: Finding[];
}

/** The lines of a table, as tables/README.md explains them. */
function read(table: string): Case[] {
  let kind: Finding['kind'] | undefined;
  const cases: Case[] = [];
  for (const written of readFileSync(join(import.meta.dirname, 'tables', table), 'utf8')
    .trim()
    .split('\n')) {
    const heading = /^# (\S+)$/.exec(written);
    if (heading) kind = FINDING_KINDS.find((one) => one === heading[1]);
    if (heading || written === '') continue;
    const line = written
      .replaceAll('⏎', '\n')
      .replaceAll('\\t', '\t')
      .replace(/\\u([0-9a-f]{4})/g, (_, point: string) => String.fromCharCode(Number.parseInt(point, 16)));
    const findings: Finding[] = [];
    let note = '';
    for (const part of line.split(/(⟨[^⟩]*⟩)/)) {
      const [, other, inside] = /^⟨(?:([a-z-]+)\|)?([^⟩]*)⟩$/.exec(part) ?? [];
      const found = FINDING_KINDS.find((one) => one === other) ?? kind;
      if (inside !== undefined && found) findings.push({ kind: found, start: note.length, end: note.length + inside.length });
      note += inside ?? part;
    }
    cases.push({ line: written, note, findings });
  }
  return cases;
}

const tables = ['numbers.txt', 'codes.txt', 'contact.txt', 'persons.txt'];

describe.each(tables)('the guard, note by note: %s', (table) => {
  it.each(read(table))('$line', ({ note, findings }) => expect(guard(note)).toEqual(findings));
});

it('is tried on hundreds of notes, with and without something to find, of every kind', () => {
  const cases = tables.flatMap(read);
  const without = cases.filter(({ findings }) => findings.length === 0);
  expect(without.length).toBeGreaterThan(100);
  expect(cases.length - without.length).toBeGreaterThan(300);
  expect(new Set(cases.flatMap(({ findings }) => findings.map(({ kind }) => kind)))).toEqual(new Set(FINDING_KINDS));
});
