import type { ProcedureFile } from '../procedure/schema.ts';
import type { LoginPlace } from './place.ts';
import type { Allowed } from './policy.ts';

/** What a procedure's portal may show: its own places, and the log-in places if one can log in there. Null without a portal. */
export function allowedFor(file: ProcedureFile, logins: readonly LoginPlace[]): Allowed | null {
  const { portal } = file;
  if (!portal) return null;
  const means = file.logins.means.some((one) => one !== 'none');
  return { places: portal.places ?? [{ host: portal.host, path: '/' }], logins: means ? logins : [] };
}

/** The address that the pane opens first. */
export const firstPage = (portal: NonNullable<ProcedureFile['portal']>): string => `https://${portal.host}${portal.start ?? '/'}`;
