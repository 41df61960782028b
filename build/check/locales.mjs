// Red when a language is not whole: node build/check/locales.mjs [folder of the locales].
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FINDING_KINDS } from '../../main/core/guard/guard.ts';
import { LANGUAGES } from '../../main/core/language.ts';
import { MISHAPS } from '../../main/core/mishap.ts';
import { REFUSALS } from '../../main/core/portal/view.ts';
import { ROOT } from '../setup/places.mjs';
import { procedureProblems } from './procedures.mjs';
import { wordProblems } from './words.mjs';

const folder = path.resolve(process.argv[2] ?? path.join(ROOT, 'locales'));
const problems = [];

const here = readdirSync(folder);
for (const name of here)
  if (name !== 'procedures' && !LANGUAGES.includes(name)) problems.push(`${name}: is no language of Comptoir`);
const namespaces = new Set(
  LANGUAGES.filter((language) => here.includes(language)).flatMap((language) => readdirSync(path.join(folder, language))),
);
for (const file of [...namespaces].sort()) problems.push(...wordProblems(folder, path.basename(file, '.json'), LANGUAGES));

const catalogue = procedureProblems(path.join(folder, 'procedures'), LANGUAGES);
problems.push(...catalogue.problems.map((problem) => `procedures/${problem}`));
// Words that code asks for by a name it takes from data: French stands for all, which the check above keeps alike.
requireKeys('mishaps', [...MISHAPS]);
requireKeys(
  'kiosk',
  catalogue.legal.map((id) => `legal.${id}`),
);
requireKeys(
  'kiosk',
  REFUSALS.flatMap((why) => [`portal.refused.${why}.title`, `portal.refused.${why}.next`]),
);

requireKeys(
  'guard',
  FINDING_KINDS.flatMap((kind) => [`${kind}.what`, `${kind}.next`]),
);

for (const problem of problems) console.log(problem);
console.log(problems.length === 0 ? `${LANGUAGES.join(', ')}: whole` : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

function requireKeys(namespace, keys) {
  const file = path.join(folder, 'fr', `${namespace}.json`);
  const words = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  for (const key of keys) {
    if (key.split('.').reduce((inner, part) => inner?.[part], words) === undefined)
      problems.push(`fr/${namespace}.json ${key}: is missing`);
  }
}
