import { join } from 'node:path';
import { LANGUAGES } from '../core/language.ts';
import type { Result } from '../core/mishap.ts';
import { Settings } from '../core/settings.ts';
import { type Catalogue, openCatalogue } from '../services/catalogue/index.ts';
import { readSettings } from '../services/settings/index.ts';
import type { Ports } from './ports.ts';

/** The procedures of this place: elsewhere in the country there may be others. A build for tests may take them from elsewhere. */
export function openProcedures(dataFolder: string, ports: Ports): Result<Catalogue> {
  const settings = readSettings(dataFolder);
  const { region } = (settings.ok ? settings.value : Settings.parse({})).place;
  const own = __TEST_BUILD__ ? (ports.env ?? process.env).COMPTOIR_CATALOGUE : undefined;
  return openCatalogue({ folder: own ?? join(ports.localesFolder, 'procedures'), region });
}

/** Their names as commands take them, in the order of the alphabet; `…` when the catalogue is damaged. */
export function procedureNames(catalogue: Result<Catalogue>): string {
  if (!catalogue.ok) return '…';
  // The language changes their titles only.
  const lines = catalogue.value.list(LANGUAGES[0]);
  return lines
    .map(({ id }) => id)
    .sort()
    .join(', ');
}
