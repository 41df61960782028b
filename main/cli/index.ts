import about from '../../package.json' with { type: 'json' };
import { accounts } from './accounts.ts';
import { card } from './card.ts';
import { doctor } from './doctor.ts';
import { guard } from './guard.ts';
import { journal } from './journal.ts';
import { portal } from './portal.ts';
import type { Ports } from './ports.ts';
import { openProcedures, procedureNames } from './procedures.ts';
import { report } from './report.ts';
import { openWords, type Say, terminalLanguage } from './words.ts';

export type { Ports } from './ports.ts';

/** A mistake in how a command was called (as sysexits(3), EX_USAGE). */
const USAGE = 64;
/** Something this installation does not have (as sysexits(3), EX_UNAVAILABLE). */
const UNAVAILABLE = 69;

type Command = (args: string[], ports: Ports, say: Say) => Promise<number>;

const helpOf = (ports: Ports, say: Say): string =>
  say('cli.help', { version: about.version, procedures: procedureNames(openProcedures(ports.dataFolder, ports)) });

const help: Command = async (_, ports, say) => {
  ports.stdout(`${helpOf(ports, say)}\n`);
  return 0;
};
const version: Command = async (_, ports) => {
  ports.stdout(`${about.version}\n`);
  return 0;
};

const commands: Record<string, Command> = {
  accounts,
  card,
  /** Needs a simulated card, which is never shipped: `npm run -s comptoir -- demo` plays it and does not come here. */
  demo: async (_, ports, say) => {
    ports.stderr(`${say('cli.demo')}\n`);
    return UNAVAILABLE;
  },
  doctor: (args, ports, say) => doctor(args, ports, say, about.version),
  guard,
  help,
  journal,
  portal,
  report,
  '--help': help,
  '--version': version,
  /** Not for people: the packaged program says why it does not start. */
  refused: async ([why = ''], ports, say) => {
    ports.stderr(`${say(`cli.refused.${why}`)}\n`);
    return 1;
  },
};

/** The first word of a command line that is a command of ours. */
export const COMMANDS: readonly string[] = Object.keys(commands);

/** Runs one command: `argv` are its words, without program and script. Resolves with the exit code; words go to the ports. */
export async function run(argv: readonly string[], ports: Ports): Promise<number> {
  const say = openWords(ports.localesFolder, terminalLanguage(ports.env ?? process.env));
  const [name = 'help', ...args] = argv;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    ports.stderr(`${say('cli.unknown', { command: name })}\n${helpOf(ports, say)}\n`);
    return USAGE;
  }
  try {
    return await command(args, ports, say);
  } catch (error) {
    // Node's own code for an option that does not exist or misses its value.
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error;
    ports.stderr(`${say('cli.option', { command: name, options: args.join(' ') })}\n`);
    return USAGE;
  }
}
