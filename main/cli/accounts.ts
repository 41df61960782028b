import { parseArgs } from 'node:util';
import type { AccountView } from '../core/accounts/account.ts';
import type { Mishap } from '../core/mishap.ts';
import { type Maintenance, maintainAccounts } from '../services/accounts/index.ts';
import type { Ports } from './ports.ts';
import type { Say } from './words.ts';

const BAD = 1;
/** As sysexits(3), EX_USAGE. */
const USAGE = 64;

interface Asked {
  accounts: Maintenance;
  name: string | undefined;
  json: boolean;
  verify: boolean;
}
type Verb = (asked: Asked, ports: Ports, say: Say) => Promise<number>;

/**
 * `comptoir accounts list [--json]`, `reset NAME`, `audit [--verify]`, `open-first-start`, each with `[--data FOLDER]`: for the IT person,
 * beside a running Comptoir or without one (docs/accounts.md). Exit code 0; 1 when it could not be done, or the trail is not whole; 64
 * when wrongly asked.
 */
export async function accounts(args: string[], ports: Ports, say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean' }, verify: { type: 'boolean' }, data: { type: 'string' } },
    allowPositionals: true,
  });
  const [verb = '', name, ...more] = positionals;
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (!run || more.length > 0 || (verb === 'reset') !== (name !== undefined)) {
    ports.stderr(`${say('cli.accounts.usage')}\n`);
    return USAGE;
  }
  const { json = false, verify = false } = values;
  const maintenance = maintainAccounts({ folder: values.data ?? ports.dataFolder, now: ports.now });
  return await run({ accounts: maintenance, name, json, verify }, ports, say);
}

const VERBS: Record<string, Verb> = {
  async list({ accounts, json }, ports, say) {
    const listed = await accounts.list();
    if (!listed.ok) return refused(listed.code, ports, say);
    if (json) ports.stdout(`${JSON.stringify(listed.value, null, 2)}\n`);
    else if (listed.value.length === 0) ports.stdout(`${say('cli.accounts.none')}\n`);
    else ports.stdout(listed.value.map((one) => `${lineOf(one, say)}\n`).join(''));
    return 0;
  },
  async reset({ accounts, name = '' }, ports, say) {
    const made = await accounts.reset(name);
    if (!made.ok) return refused(made.code, ports, say);
    const { account, password } = made.value;
    ports.stdout(`${password}\n`);
    ports.stderr(`${say(`cli.accounts.${account.disabled ? 'resetDisabled' : 'reset'}`, { name: account.signInName })}\n`);
    return 0;
  },
  /** One event a line, as JSON; with `--verify` the verdict alone, `{ entries, broken, cut, torn }`. */
  async audit({ accounts, verify }, ports, say) {
    const { events, verdict } = await accounts.audit();
    if (verify) ports.stdout(`${JSON.stringify(verdict)}\n`);
    else ports.stdout(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    const isWhole = verdict.broken === null && !verdict.cut;
    if (!isWhole) ports.stderr(`${say('cli.accounts.notWhole', { line: String(verdict.broken ?? verdict.entries) })}\n`);
    return isWhole ? 0 : BAD;
  },
  async 'open-first-start'({ accounts }, ports, say) {
    const opened = await accounts.openFirstStart();
    if (!opened.ok) return refused(opened.code, ports, say);
    ports.stderr(`${say('cli.accounts.opened')}\n`);
    return 0;
  },
};

function refused(code: Mishap, ports: Ports, say: Say): number {
  const why =
    code === 'not-allowed' ? say('cli.accounts.notNeeded') : `${say(`mishaps.${code}.title`)} ${say(`mishaps.${code}.next`)}`;
  ports.stderr(`${why}\n`);
  return BAD;
}

/** Id, sign-in name, role, what is special, and the name that people see. */
function lineOf({ id, signInName, displayName, role, ...one }: AccountView, say: Say): string {
  const marks = (['disabled', 'mustChange', 'totp', 'card'] as const).filter((mark) => one[mark]);
  const special = marks.map((mark) => say(`cli.accounts.marks.${mark}`)).join(', ');
  const shownRole = say(`cli.accounts.roles.${role}`);
  return `${id}  ${signInName.padEnd(16)}  ${shownRole.padEnd(14)}  ${displayName}${special ? ` (${special})` : ''}`;
}
