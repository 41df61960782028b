import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Settings } from '../../core/settings.ts';
import { allowed, shapeAt } from './allowed.ts';
import { jsonError } from './json-error.ts';

export const SETTINGS_FILE = 'settings.json';

/**
 * One thing wrong with the settings. All three are notation, not words, so that they fit a sentence in any language:
 * `key` is the path (`idle.seconds`, or `settings.json:12` for a line), `found` and `allowed` are JSON or its types.
 */
export interface SettingsProblem {
  key: string;
  found: string;
  allowed: string;
}
export type SettingsResult = { ok: true; value: Settings } | { ok: false; problems: SettingsProblem[] };

/** Reads `settings.json` of the data folder. A missing file means every default. Never throws. */
export function readSettings(folder: string): SettingsResult {
  let text: string;
  try {
    text = readFileSync(join(folder, SETTINGS_FILE), 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    // A file system error always carries a code; ENOENT is the ordinary first start.
    const code = (error as NodeJS.ErrnoException).code ?? 'EIO';
    if (code === 'ENOENT') return { ok: true, value: Settings.parse({}) };
    return { ok: false, problems: [{ key: SETTINGS_FILE, found: code, allowed: allowed(schema) }] };
  }
  const broken = jsonError(text);
  if (broken)
    return { ok: false, problems: [{ key: `${SETTINGS_FILE}:${broken.line}`, found: clip(broken.text), allowed: 'JSON' }] };
  const raw: unknown = JSON.parse(text);
  const parsed = Settings.safeParse(raw);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, problems: parsed.error.issues.flatMap((i) => problems(i, raw)) };
}

const schema = z.toJSONSchema(Settings, { io: 'input' });

function problems(issue: z.core.$ZodIssue, raw: unknown): SettingsProblem[] {
  const shape = shapeAt(schema, issue.path);
  const permitted = shape ? allowed(shape) : '';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      key: [...issue.path, key].join('.'),
      found: JSON.stringify(key),
      allowed: permitted,
    }));
  }
  return [
    { key: issue.path.join('.') || SETTINGS_FILE, found: clip(JSON.stringify(valueAt(raw, issue.path))), allowed: permitted },
  ];
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

function clip(text: string | undefined): string {
  if (text === undefined) return '';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
