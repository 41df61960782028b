import { parseArgs } from 'node:util';
import { APPLETS } from './applets.ts';
import { contactSpeed, type Faults } from './faults.ts';
import { type CardOptions, FLAWS, type Flaw } from './mint.ts';
import { PEOPLE, type PersonaName } from './people.ts';

/** A card as it is ordered on the command line. */
export interface Order {
  person: PersonaName;
  flaw?: Flaw;
  options: CardOptions;
  faults: Faults;
  /** The slot is empty at first. */
  out: boolean;
  /** Another program has the card for itself. */
  busy: boolean;
  /** The web of the tests lies beside it: portals and their log-in, on this machine. */
  portal: boolean;
  /** Only tell who and what there is. */
  list: boolean;
  /** What to run beside the card; empty: Comptoir. */
  command: string[];
}

const SWITCHES = {
  person: { type: 'string' },
  applet: { type: 'string' },
  flaw: { type: 'string' },
  pin: { type: 'string' },
  tries: { type: 'string' },
  inactive: { type: 'string' },
  latency: { type: 'string' },
  'byte-time': { type: 'boolean' },
  baud: { type: 'string' },
  'remove-at': { type: 'string' },
  'mute-at': { type: 'string' },
  'wrong-word': { type: 'string' },
  torn: { type: 'string' },
  most: { type: 'string' },
  'early-end': { type: 'string' },
  out: { type: 'boolean' },
  busy: { type: 'boolean' },
  portal: { type: 'boolean' },
  list: { type: 'boolean' },
} as const;
export const SWITCH_NAMES = Object.keys(SWITCHES);

/** Reads the words of the command line; what is behind `--` is the command. Throws with the name of the switch that is wrong. */
export function readOrder(words: readonly string[]): Order {
  const end = words.indexOf('--');
  const command = end < 0 ? [] : words.slice(end + 1);
  const args = end < 0 ? [...words] : words.slice(0, end);
  const { values } = parseArgs({ args, options: SWITCHES, strict: true });
  const number = (name: string, text: string | undefined) => {
    if (text === undefined) return undefined;
    if (!/^\d+$/.test(text)) throw new Error(`--${name}: ${text}`);
    return Number(text);
  };
  const one = <T extends string>(name: string, list: readonly T[], text: string): T => {
    const found = list.find((entry) => entry === text);
    if (found === undefined) throw new Error(`--${name}: ${list.join(' | ')}`);
    return found;
  };
  /** `7:half`: the number of the command, and what. */
  const pair = (name: string, text: string, shape: RegExp) => {
    const [at = '', what = ''] = text.split(':');
    if (!/^\d+$/.test(at) || !shape.test(what)) throw new Error(`--${name}: ${text}`);
    return { at: Number(at), what };
  };
  // The keys of an object are its names; TypeScript only says string.
  const person = one('person', Object.keys(PEOPLE) as PersonaName[], values.person ?? 'nadia');
  const applet = values.applet === undefined ? undefined : one('applet', APPLETS, values.applet);
  if (values.pin !== undefined && !/^\d{4,12}$/.test(values.pin)) throw new Error(`--pin: ${values.pin}`);
  const torn = values.torn === undefined ? null : pair('torn', values.torn, /^(0|1|half)$/);
  const wrong = values['wrong-word'] === undefined ? null : pair('wrong-word', values['wrong-word'], /^[0-9a-f]{4}$/i);
  const numbers = {
    latency: number('latency', values.latency),
    baud: number('baud', values.baud),
    removeAt: number('remove-at', values['remove-at']),
    muteAt: number('mute-at', values['mute-at']),
    most: number('most', values.most),
    earlyEnd: number('early-end', values['early-end']),
  };
  return {
    person,
    ...(values.flaw !== undefined && { flaw: one('flaw', FLAWS, values.flaw) }),
    options: {
      ...(applet && { applet }),
      ...(values.pin !== undefined && { pin: values.pin }),
      ...(values.tries !== undefined && { tries: Number(one('tries', ['0', '1', '2', '3'], values.tries)) }),
      ...(values.inactive !== undefined && { inactive: one('inactive', ['6985', '6d00'], values.inactive) }),
    },
    faults: {
      ...(values['byte-time'] && contactSpeed(applet ?? PEOPLE[person].applet)),
      ...Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
      ...(torn && { torn: { at: torn.at, bytes: torn.what === 'half' ? 'half' : torn.what === '1' ? 1 : 0 } }),
      ...(wrong && { wrongWord: { at: wrong.at, word: wrong.what } }),
    },
    out: values.out ?? false,
    busy: values.busy ?? false,
    portal: values.portal ?? false,
    list: values.list ?? false,
    command: [...command],
  };
}
