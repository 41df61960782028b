import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Hint, Place } from '../../main/core/portal/place.ts';
import type { FieldMapping } from '../../main/core/portal/touch.ts';
import { DIGEST_FILE, digestOf } from '../../main/services/catalogue/digest.ts';

const PROCEDURES = path.resolve(import.meta.dirname, '../../locales/procedures');

/** What a test changes of a procedure's portal. */
export interface PortalChange {
  start?: string;
  places?: (Partial<Place> & { host: string })[];
  hints?: Hint[];
  fields?: FieldMapping[];
}

export interface TestCatalogue {
  /** For COMPTOIR_CATALOGUE. */
  readonly folder: string;
  remove(): void;
}

/** A copy of the catalogue with other portals, and a digest that fits it. */
export function makeCatalogue(changes: Readonly<Record<string, PortalChange>> = {}): TestCatalogue {
  const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-catalogue-'));
  cpSync(PROCEDURES, folder, { recursive: true });
  for (const [id, change] of Object.entries(changes)) {
    const file = path.join(folder, id, 'procedure.json');
    const procedure = JSON.parse(readFileSync(file, 'utf8'));
    procedure.portal = { ...procedure.portal, ...change };
    writeFileSync(file, JSON.stringify(procedure, null, 2));
  }
  writeFileSync(path.join(folder, DIGEST_FILE), JSON.stringify(digestOf(folder)));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
