import { FACTS, type FactName, type Grade, type ProcedureFile, type ProcedureText } from './schema.ts';

/** A fact as a screen shows it. Without a value the screen says "ask the administration"; with `plausible`, "to be checked". */
export interface ShownFact {
  name: FactName;
  grade: Grade;
  value: string | readonly string[] | null;
  source: string | null;
}

/** One fact of a sheet. A list that is empty has no value either. */
export function factOf(file: ProcedureFile, text: ProcedureText, name: FactName): ShownFact {
  const { grade, source } = file.facts[name];
  return { name, grade, value: wordsOf(text, name), source };
}

/** Must the screen say "ask the administration"? */
export const mustAsk = (fact: ShownFact): boolean => fact.value === null;

function wordsOf(text: ProcedureText, name: FactName): ShownFact['value'] {
  if (name === 'steps') return text.steps.map((step) => step.do);
  const value = text[name];
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/**
 * The rule that ties facts to words: null ⇔ `unknown`. Steps are always there, whatever their grade.
 * Gives what breaks it (`counter: sure without words`), or null.
 */
export function factsAgree(file: ProcedureFile, text: ProcedureText): string | null {
  for (const name of FACTS) {
    if (name === 'steps') continue;
    const { grade, value } = factOf(file, text, name);
    if (grade === 'unknown' && value !== null) return `${name}=unknown+value`;
    if (grade !== 'unknown' && value === null) return `${name}=${grade}+null`;
  }
  return null;
}
