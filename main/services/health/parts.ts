import { connect } from 'node:net';
import type { CardView } from '../../core/card/view.ts';
import type { Check, Runtime } from '../../core/health.ts';
import type { Result } from '../../core/mishap.ts';
import type { Settings } from '../../core/settings.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { inspectJournal, type Journal } from '../journal/index.ts';
import type { LoginModule } from '../login/index.ts';
import type { Print } from '../print/index.ts';
import type { SettingsProblem } from '../settings/index.ts';

// Checks of Comptoir's own parts.

type Finding = Omit<Check, 'id'>;

/** pcscd's socket: it answers, or it does not. Connecting also starts a service that waits for its first caller. */
export function service(card: CardView | null, socket: string): Promise<Finding> {
  const detail = `socket=${socket}`;
  if (card?.state === 'no-service') return Promise.resolve({ status: 'bad', detail });
  return new Promise((resolve) => {
    const line = connect(socket);
    line.setTimeout(2_000, () => line.destroy(new Error('timeout')));
    line.once('connect', () => {
      line.destroy();
      resolve({ status: 'good', detail });
    });
    line.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ status: 'bad', detail: `${detail} ${error.code ?? error.message}` }),
    );
  });
}

/** A reader; what is in it does not matter. `technical`: its name, the card's ATR and the code of PC/SC, for the IT person. */
export function reader(card: CardView | null, technical = ''): Finding {
  const detail = `card=${card?.state ?? ''} ${technical}`.trim();
  if (card === null || card.state === 'no-service') return { status: 'unknown', detail };
  return { status: card.state === 'no-reader' ? 'bad' : 'good', detail };
}

/** The program between browser and card: without any, nobody logs in with a card; with OpenSC alone, only cards from before 2020. */
export function login(module: LoginModule | null): Finding {
  return { status: module ? (module.elliptic ? 'good' : 'warning') : 'bad', detail: `module=${module?.file ?? 'none'}` };
}

/** Where the State tells how its archive is added; after that it is one command. */
const EID_MW = 'https://eid.belgium.be/en/linux-eid-software-installation';

/** Only the program of the State signs with cards of applet 1.8 (made since September 2020): its absence is a fault, most people have one. */
export function recentLogin(module: LoginModule | null): Finding {
  if (module?.elliptic) return { status: 'good', detail: `module=${module.file}` };
  return { status: 'bad', detail: `applet=1.8 module=${module?.file ?? 'none'} install=eid-mw from=${EID_MW}` };
}

/** Every printer that is set. None is a choice of the place: the QR code remains. */
export async function printer(print: Print, printers: Settings['printers']): Promise<Finding> {
  const states = await Promise.all(
    (['kiosk', 'desk'] as const).map(async (where) => [where, printers[where], await print.state(where)] as const),
  );
  const set = states.filter(([, queue]) => queue !== null);
  if (set.length === 0) return { status: 'warning', detail: 'queues=0' };
  const detail = set.map(([where, queue, state]) => `${where}=${queue}:${state}`).join(' ');
  return { status: set.every(([, , state]) => state === 'ready') ? 'good' : 'bad', detail };
}

/** The official runtime is good; a fallback or a given one is for development and tests, and says so. */
export function runtime({ kind, electron, node }: Runtime): Finding {
  const detail = `kind=${kind} electron=${electron ?? ''} node=${node}`;
  return { status: kind === 'official' ? 'good' : kind === 'node' ? 'unknown' : 'warning', detail };
}

/** The open journal, or, from the command line, its file. */
export async function journal(open: Result<Journal> | undefined, folder: string): Promise<Finding> {
  if (open && !open.ok) return { status: 'bad', detail: open.code };
  const found = open ? { exists: true, ...(await open.value.check()) } : { kept: 0, ...(await inspectJournal(folder)) };
  const aside = found.aside.map((name) => ` aside=${name}`).join('');
  const kept = found.kept > 0 ? ` kept=${found.kept}` : '';
  const detail = (found.exists ? found.detail : 'entries=0') + aside + kept;
  if (!found.intact) return { status: 'bad', detail };
  return { status: aside !== '' || kept !== '' ? 'warning' : 'good', detail };
}

/** What is wrong with the settings, each with the key, what was found and what is allowed. */
export function settings(problems: readonly SettingsProblem[]): Finding {
  const lines = problems.map(({ key, found, allowed }) => `${key}: ${found} ≠ ${allowed}`);
  return { status: lines.length === 0 ? 'good' : 'bad', detail: lines.join('; ') };
}

/** Where the documents of a visit lie: in memory, or, on a machine without a place for that, on its disk. */
export function papers(base: string | null): Finding {
  return base === null ? { status: 'warning', detail: 'memory=none' } : { status: 'good', detail: `memory=${base}` };
}

/** The catalogue as it was checked when it was opened. */
export function catalogue(open: Result<Catalogue>): Finding {
  return open.ok ? { status: 'good', detail: `version=${open.value.version}` } : { status: 'bad', detail: open.code };
}
