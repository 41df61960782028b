import { join } from 'node:path';
import type { CardView } from '../../core/card/view.ts';
import type { Check, Health, Runtime } from '../../core/health.ts';
import type { Result } from '../../core/mishap.ts';
import type { Settings } from '../../core/settings.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Journal } from '../journal/index.ts';
import { findModule } from '../login/index.ts';
import { memoryBase } from '../papers/index.ts';
import { openPrint, type Print } from '../print/index.ts';
import type { SettingsProblem } from '../settings/index.ts';
import * as machine from './machine.ts';
import * as parts from './parts.ts';

export interface HealthOptions {
  /** The data folder. */
  folder: string;
  /** The settings in force: as read, or the defaults when they could not be. */
  settings: Settings;
  problems?: readonly SettingsProblem[];
  runtime: Runtime;
  /** Null or absent: readers are `unknown`. */
  card?: { view(): CardView; technical?(): string } | null;
  /** Absent: the file in `folder` is looked at without opening it for writing. */
  journal?: Result<Journal>;
  catalogue: Result<Catalogue>;
  print?: Print;
  now?: () => Date;
  /** The reader service's socket. */
  socket?: string;
  /** Of the file system, where the programs for log-ins lie. */
  root?: string;
}

const SOCKET = '/run/pcscd/pcscd.comm';

/** Looks at everything a visit needs. Never throws: a check that cannot be made is `unknown`. */
export async function health(options: HealthOptions): Promise<Health> {
  const { folder, settings, now = () => new Date() } = options;
  const card = options.card?.view() ?? null;
  const socket = options.socket ?? process.env.PCSCLITE_CSOCK_NAME ?? SOCKET;
  const module = findModule(options.root);
  const print = options.print ?? openPrint({ printers: settings.printers });
  const written = [process.execPath, import.meta.filename, join(folder, 'journal.db')];

  const checks: [Check['id'], () => Omit<Check, 'id'> | Promise<Omit<Check, 'id'>>][] = [
    ['service', () => parts.service(card, socket)],
    ['reader', () => parts.reader(card, options.card?.technical?.())],
    ['login', () => parts.login(module)],
    ['login-recent', () => parts.recentLogin(module)],
    ['printer', () => parts.printer(print, settings.printers)],
    ['journal', () => parts.journal(options.journal, folder)],
    ['catalogue', () => parts.catalogue(options.catalogue)],
    ['settings', () => parts.settings(options.problems ?? [])],
    ['disk', () => machine.disk(folder)],
    ['clock', () => machine.clock(now(), written)],
    ['runtime', () => parts.runtime(options.runtime)],
    ['sandbox', () => machine.sandbox(process.argv, process.execPath)],
    ['swap', () => machine.swap()],
    ['core-dumps', () => machine.coreDumps()],
    ['hibernation', () => machine.hibernation()],
    ['papers', () => parts.papers(memoryBase())],
    ['print-copies', () => machine.printCopies()],
  ];
  const made = await Promise.all(
    checks.map(async ([id, check]): Promise<Check> => {
      try {
        return { id, ...(await check()) };
      } catch (error) {
        return { id, status: 'unknown', detail: machine.codeOf(error) };
      }
    }),
  );
  return { checks: made };
}
