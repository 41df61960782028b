import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../core/language.ts';
import type { Result } from '../core/mishap.ts';
import { allowedFor } from '../core/portal/allowed.ts';
import type { KeyStroke } from '../core/portal/keys.ts';
import { type Allowed, type Attempt, judge, type Verdict } from '../core/portal/policy.ts';
import type { Catalogue } from '../services/catalogue/index.ts';
import type { Ports } from './ports.ts';
import { openProcedures, procedureNames } from './procedures.ts';
import { openWords, type Say } from './words.ts';

const REFUSED = 1;
const WRONGLY_ASKED = 2;

/** What a page tries. A file is judged by the ending of its name, as the server's own words are not known here. */
const ATTEMPTS: { [K in Attempt['kind']]: K extends Alone ? () => Attempt : (asked: string) => Attempt } = {
  page: (url) => ({ kind: 'page', url }),
  redirect: (url) => ({ kind: 'redirect', url }),
  frame: (url) => ({ kind: 'frame', url }),
  window: (url) => ({ kind: 'window', url }),
  download: (url) => ({ kind: 'download', url, mime: '', bytes: 0 }),
  resource: (url) => ({ kind: 'resource', url }),
  permission: (name) => ({ kind: 'permission', name }),
  key: (keys) => ({ kind: 'key', ...strokeOf(keys) }),
  print: () => ({ kind: 'print' }),
  drop: () => ({ kind: 'drop' }),
  menu: () => ({ kind: 'menu' }),
  tools: () => ({ kind: 'tools' }),
  password: () => ({ kind: 'password' }),
};
/** Of these there is nothing more to say. */
type Alone = 'print' | 'drop' | 'menu' | 'tools' | 'password';

/** `Control+Shift+P` as a key with those that are held; the sign `+` itself is `Plus`. */
function strokeOf(keys: string): KeyStroke {
  const held = keys.toLowerCase().split('+').slice(0, -1);
  const key = keys.split('+').at(-1) ?? '';
  return {
    key: key === 'Plus' ? '+' : key,
    control: held.includes('control'),
    meta: held.includes('meta'),
    alt: held.includes('alt'),
  };
}

/**
 * `comptoir portal check <procedure> <asked>… [--as page] [--language fr] [--data FOLDER]`: for reviewers, what the pane would do with
 * these addresses (permissions, keys …: docs/portal.md), by the same judge. One line of JSON each: `{ url, allowed, rule, why, answer }`;
 * `url` is what was asked about, `why` is null when allowed, `answer` is what the citizen reads, then how an address was parsed where
 * that is not as it is written. Exit code 0 when all are allowed, 1 when one is refused, 2 when wrongly asked.
 */
export async function portal(args: string[], ports: Ports, say: Say): Promise<number> {
  const wrong = (line: string) => {
    ports.stderr(`${line}\n`);
    return WRONGLY_ASKED;
  };
  const asked = read(args);
  const { dataFolder } = ports;
  if (!asked) return wrong(say('cli.portal.usage', { procedures: procedureNames(openProcedures(dataFolder, ports)) }));
  const { procedure, attempts } = asked;
  const catalogue = openProcedures(asked.data ?? dataFolder, ports);
  const found = allowedIn(procedure, catalogue);
  if (!found.ok) {
    const why = found.code === 'no-such-procedure' ? 'unknown' : found.code === 'no-portal' ? 'none' : 'damaged';
    return wrong(say(`cli.portal.${why}`, { procedure, procedures: procedureNames(catalogue) }));
  }
  const words = asked.language ? openWords(ports.localesFolder, asked.language) : say;
  let code = 0;
  for (const [url, attempt] of attempts) {
    const verdict = judge(found.value, attempt);
    if (!verdict.allowed) code = REFUSED;
    const { allowed, rule } = verdict;
    const why = verdict.allowed ? null : verdict.why;
    const answer = [answered(verdict, words), ...notes(attempt, rule, words)].join(' ');
    ports.stdout(`${JSON.stringify({ url, allowed, rule, why, answer })}\n`);
  }
  return code;
}

function answered(verdict: Verdict, say: Say): string {
  if (!verdict.allowed)
    return `${say(`kiosk.portal.refused.${verdict.why}.title`)} ${say(`kiosk.portal.refused.${verdict.why}.next`)}`;
  return say(`cli.portal.${verdict.place ? 'allowed' : verdict.rule === 'print' ? 'print' : 'part'}`);
}

/** For the reviewer alone: what was judged, where it is not what is written, and that of a file only its name is known here. */
function notes(attempt: Attempt, rule: Verdict['rule'], say: Say): string[] {
  const parsed = 'url' in attempt && URL.canParse(attempt.url) ? new URL(attempt.url).href : null;
  const other = parsed !== null && 'url' in attempt && ![attempt.url, `${attempt.url}/`].includes(parsed);
  return [
    ...(other ? [say('cli.portal.parsed', { url: parsed })] : []),
    ...(attempt.kind === 'download' && rule === 'file-type' ? [say('cli.portal.byName')] : []),
  ];
}

interface Asked {
  procedure: string;
  attempts: (readonly [asked: string | null, Attempt])[];
  language: Language | undefined;
  data: string | undefined;
}

/** The words of the command, or null when they make no sense. */
function read(args: string[]): Asked | null {
  const options = { as: { type: 'string' }, language: { type: 'string' }, data: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [verb, procedure, ...words] = positionals;
    const { as = 'page', data } = values;
    const attempts = Object.hasOwn(ATTEMPTS, as) ? attemptsOf(ATTEMPTS[as as Attempt['kind']], words) : []; // a key of the table
    const language = LANGUAGES.find((one) => one === values.language);
    if (verb !== 'check' || procedure === undefined || attempts.length === 0) return null;
    if (values.language !== undefined && !language) return null;
    return { procedure, attempts, language, data };
  } catch {
    // Node throws for an option that does not exist or misses its value, and for nothing else.
    return null;
  }
}

/** One for each word; one in all, without a word, of what has nothing more to say. */
function attemptsOf(make: (typeof ATTEMPTS)[Attempt['kind']], words: string[]): Asked['attempts'] {
  if (make.length === 0) return words.length === 0 ? [[null, (make as () => Attempt)()]] : []; // it takes none
  return words.map((word) => [word, make(word)]);
}

/** What this procedure may show at this place: elsewhere in the country its site may be another one, or none. */
function allowedIn(procedure: string, catalogue: Result<Catalogue>): Result<Allowed> {
  if (!catalogue.ok) return catalogue;
  // The language changes words only.
  const sheet = catalogue.value.read(procedure, LANGUAGES[0]);
  if (!sheet.ok) return sheet;
  const allowed = allowedFor(sheet.value.file, catalogue.value.logins);
  return allowed ? { ok: true, value: allowed } : { ok: false, code: 'no-portal' };
}
