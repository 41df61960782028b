import { describe, expect, it } from 'vitest';
import { codeCases, numberCases } from './cases-numbers.ts';
import { contactCases, personCases } from './cases-words.ts';
import { FINDING_KINDS, type Finding, guard } from './guard.ts';

/** A line of the tables: the note, and what is to be found in it. */
function read(table: string): { line: string; note: string; findings: Finding[] }[] {
  let kind: Finding['kind'] | null = null;
  return table.split('\n').flatMap((written) => {
    const line = written.replaceAll('⏎', '\n');
    const heading = /^# (\S+)$/.exec(line);
    if (heading) kind = FINDING_KINDS.find((one) => one === heading[1]) ?? null;
    if (heading || line === '') return [];
    const findings: Finding[] = [];
    let note = '';
    for (const part of line.split(/(⟨[^⟩]*⟩)/)) {
      const [, other, inside] = /^⟨(?:([a-z-]+)\|)?([^⟩]*)⟩$/.exec(part) ?? [];
      const found = FINDING_KINDS.find((one) => one === other) ?? kind;
      if (inside !== undefined && found) findings.push({ kind: found, start: note.length, end: note.length + inside.length });
      note += inside ?? part;
    }
    return [{ line, note, findings }];
  });
}

const cases = [numberCases, codeCases, contactCases, personCases].flatMap(read);

describe('the guard, note by note', () => {
  it.each(cases)('$line', ({ note, findings }) => expect(guard(note)).toEqual(findings));
});
