import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../core/language.ts';
import { done, mishap, type Result } from '../../core/mishap.ts';
import { LoginPlace } from '../../core/portal/place.ts';
import { factsAgree } from '../../core/procedure/facts.ts';
import {
  LegalBasis,
  ProcedureFile,
  type ProcedureLine,
  ProcedureText,
  type Region,
  type Sheet,
} from '../../core/procedure/schema.ts';
import { composeSheet } from '../../core/procedure/sheet.ts';
import { DIGEST_FILE, differences, digestOf } from './digest.ts';

/** All procedures, in memory, checked once against their digest. */
export interface Catalogue {
  /** First 12 hex signs of the digest; every journal record carries it. */
  version: string;
  /** The procedures that exist in this place's region, sorted by title in that language. */
  list(language: Language): ProcedureLine[];
  read(id: string, language: Language): Result<Sheet>;
  /** Where one logs in, for all portals. */
  logins: readonly LoginPlace[];
}

/** Thrown inside only: says which file is wrong and how, for the log. */
class Damage extends Error {}

/**
 * Opens the catalogue folder (`legal.json`, `logins.json`, `<id>/procedure.json`, `<id>/<lang>.json`, `digest.json`). Anything that does not match its
 * digest or its schema is `catalogue-damaged`; `damaged` is told what. Only a test build works without `digest.json`.
 */
export function openCatalogue(options: { folder: string; region: Region; damaged?: (why: string) => void }): Result<Catalogue> {
  try {
    return done(load(options.folder, options.region));
  } catch (error) {
    options.damaged?.(error instanceof Error ? error.message : String(error));
    return mishap('catalogue-damaged');
  }
}

function load(folder: string, region: Region): Catalogue {
  const version = checkedVersion(folder);
  const legal = read(join(folder, 'legal.json'), z.record(z.string(), LegalBasis));
  const logins = read(join(folder, 'logins.json'), z.array(LoginPlace));
  const sheets = new Map<string, Map<Language, Sheet>>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const file = read(join(folder, entry.name, 'procedure.json'), ProcedureFile);
    if (file.id !== entry.name) throw new Damage(`${entry.name}/procedure.json: id ${file.id}`);
    const words = new Map<Language, Sheet>();
    for (const language of LANGUAGES) {
      const text = read(join(folder, entry.name, `${language}.json`), ProcedureText);
      const fault = factsAgree(file, text);
      if (fault !== null) throw new Damage(`${entry.name}/${language}.json: ${fault}`);
      words.set(language, composeSheet(file, text, legal, region));
    }
    if (file.regions.includes(region)) sheets.set(file.id, words);
  }
  return {
    version,
    logins,
    list: (language) =>
      [...sheets.values()]
        .flatMap((words) => words.get(language) ?? [])
        .map(({ file, text }) => ({
          id: file.id,
          theme: file.theme,
          lifeEvents: file.lifeEvents,
          title: text.title,
          summary: text.summary,
          alsoCalled: text.alsoCalled,
        }))
        .sort((a, b) => a.title.localeCompare(b.title, language)),
    read: (id, language) => {
      const sheet = sheets.get(id)?.get(language);
      return sheet ? done(sheet) : mishap('no-such-procedure');
    },
  };
}

const Digest = z.strictObject({
  algorithm: z.literal('sha256'),
  version: z.string(),
  files: z.record(z.string(), z.string()),
});

function checkedVersion(folder: string): string {
  const real = digestOf(folder);
  if (__TEST_BUILD__ && !existsSync(join(folder, DIGEST_FILE))) return real.version;
  const said = read(join(folder, DIGEST_FILE), Digest);
  const wrong = differences(said, real);
  if (wrong.length > 0 || said.version !== real.version) throw new Damage(`${DIGEST_FILE}: ${wrong.join(', ')}`);
  return real.version;
}

function read<T extends z.ZodType>(path: string, schema: T): z.output<T> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Damage(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
