import { readFileSync } from 'node:fs';
import path from 'node:path';

const PLURAL = /_(zero|one|two|few|many|other)$/;

/**
 * What is wrong with the words of one namespace, `<folder>/<language>/<namespace>.json` for every language: keys that one
 * language has and another has not, placeholders that differ, plural forms a language lacks or does not know, empty texts.
 * Gives sentences; none when all is well.
 */
export function wordProblems(folder, namespace, languages) {
  const problems = [];
  const files = new Map();
  for (const language of languages) {
    const file = `${language}/${namespace}.json`;
    try {
      files.set(language, flat(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))));
    } catch (problem) {
      problems.push(`${file}: ${problem.code === 'ENOENT' ? 'is missing' : problem.message}`);
    }
  }
  const plurals = pluralBases(files);
  const entries = new Map([...files].map(([language, texts]) => [language, grouped(texts, plurals)]));
  const keys = new Set([...entries.values()].flatMap((texts) => [...texts.keys()]));
  for (const key of keys) problems.push(...keyProblems(key, entries, namespace));
  return problems;
}

/** Nested objects and lists as one map of dotted keys; what is no text stays what it is, to be told. */
function flat(value, prefix = '', into = new Map()) {
  if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) flat(inner, prefix === '' ? key : `${prefix}.${key}`, into);
    if (Object.keys(value).length === 0) into.set(prefix, '');
  } else into.set(prefix, value);
  return into;
}

/** Keys that are counted: some language has a `_other` and a `_one` form of them. */
function pluralBases(files) {
  const all = new Set([...files.values()].flatMap((texts) => [...texts.keys()]));
  const bases = [...all].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ''));
  return new Set(bases.filter((base) => all.has(`${base}_other`) && all.has(`${base}_one`)));
}

/** Key to { form: text }; the form is '' for a key that is not counted. */
function grouped(texts, plurals) {
  const groups = new Map();
  for (const [key, text] of texts) {
    const base = key.replace(PLURAL, '');
    const counted = base !== key && plurals.has(base);
    const name = counted ? base : key;
    groups.set(name, { ...groups.get(name), [counted ? key.slice(base.length + 1) : '']: text });
  }
  return groups;
}

function keyProblems(key, entries, namespace) {
  const problems = [];
  const marks = new Map();
  for (const [language, texts] of entries) {
    const where = `${language}/${namespace}.json ${key}`;
    const forms = texts.get(key);
    if (!forms) {
      problems.push(`${where}: is missing`);
      continue;
    }
    for (const text of Object.values(forms)) {
      if (typeof text !== 'string') problems.push(`${where}: is not a text`);
      else if (text.trim() === '') problems.push(`${where}: is empty`);
    }
    if (!('' in forms)) problems.push(...formProblems(where, language, Object.keys(forms)));
    marks.set(language, marksOf(Object.values(forms).join(' ')));
  }
  if (new Set(marks.values()).size > 1) {
    problems.push(
      `${namespace}.json ${key}: placeholders differ (${[...marks].map(([language, found]) => `${language}: ${found || 'none'}`).join('; ')})`,
    );
  }
  return problems;
}

/** The forms this language needs for the counts a screen can show, and those it does not know. */
function formProblems(where, language, forms) {
  const rules = new Intl.PluralRules(language);
  const needed = new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)));
  const known = rules.resolvedOptions().pluralCategories;
  const missing = [...needed].filter((form) => !forms.includes(form)).map((form) => `${where}: has no form _${form}`);
  // i18next takes _zero in every language.
  const strange = forms
    .filter((form) => form !== 'zero' && !known.includes(form))
    .map((form) => `${where}: _${form} is not a form of this language`);
  return [...missing, ...strange];
}

/** Placeholders, nested keys and tags of a text, each once, in order. */
function marksOf(text) {
  return [...new Set(String(text).match(/\{\{[^}]*\}\}|\$t\([^)]*\)|<\/?[\w-]+\s*\/?>/g) ?? [])].sort().join(' ');
}
