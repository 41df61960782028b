import { createHash } from 'node:crypto';
import type { HelpRecord } from '../../core/journal/help.ts';
import { writtenOf } from '../../core/journal/latest.ts';
import {
  AgeBand,
  Autonomy,
  BlockReason,
  Channel,
  Equipment,
  Gender,
  HelpLevel,
  LoginUsed,
  OtherWay,
  Outcome,
  RedirectKind,
  Status,
} from '../../core/journal/lists.ts';
import { daysBefore } from '../../core/journal/retention.ts';
import { LANGUAGES } from '../../core/language.ts';
import { THEMES } from '../../core/procedure/schema.ts';
import { append, newEntry } from './append.ts';
import { openDatabase } from './database.ts';

// For benches and trials only: invented helps, always the same ones. Left out of release builds.

const PROCEDURES = ['composition-menage', 'eid-pin-code', 'pension-estimation'];
const WORDS = [
  'rappeler',
  'mardi',
  'formulaire',
  'imprimer',
  'attendre',
  'lecteur',
  'document',
  'traduire',
  'rendez-vous',
  'suite',
];
/** Helps in one transaction. */
const AT_ONCE = 1000;

/** Adds `count` helps to the journal of `folder`, spread over the `days` before `today` (included). Gives how many helps it holds then. */
export function seed(folder: string, count: number, today: string, days: number): number {
  const db = openDatabase(folder);
  try {
    const before = Number(db.prepare('SELECT count(*) FROM helps').pluck().get());
    for (let from = 0; from < count; from += AT_ONCE) {
      db.transaction(() => {
        for (let i = from; i < Math.min(count, from + AT_ONCE); i++) {
          const day = daysBefore(today, days - 1 - Math.floor((i * days) / count));
          append(db, newEntry(writtenOf(invented(dice(before + i), day))));
        }
      }).immediate();
    }
    db.pragma('optimize');
    db.pragma('wal_checkpoint(TRUNCATE)');
    return before + count;
  } finally {
    db.close();
  }
}

/** The same numbers for the same help, each below `most`. */
function dice(number: number): (most: number) => number {
  const bytes = createHash('sha512').update(String(number)).digest();
  let at = 0;
  return (most) => bytes.readUInt16BE((2 * at++) % 62) % most;
}

function invented(roll: (most: number) => number, day: string): HelpRecord {
  const one = <T>(list: readonly T[]): T => list[roll(list.length)] as T; // within the list
  const maybe = <T>(list: readonly T[]): T | null => (roll(3) === 0 ? one(list) : null);
  const channel = one(Channel.options);
  const group = channel === 'workshop';
  const outcome = one(Outcome.options);
  return {
    kind: 'help',
    channel,
    day,
    hour: 9 + roll(8),
    minutes: 5 * (1 + roll(18)),
    place: one(['centre', 'gare', null]),
    language: one(LANGUAGES),
    theme: one(THEMES),
    procedure: maybe(PROCEDURES),
    catalogue: null,
    stepsReached: null,
    steps: null,
    login: maybe(LoginUsed.options),
    autonomy: maybe(Autonomy.options),
    helpLevel: maybe(HelpLevel.options),
    outcome,
    blockReason: outcome === 'blocked' ? one(BlockReason.options) : null,
    otherWay: maybe(OtherWay.options),
    redirect: outcome === 'redirected' ? maybe(RedirectKind.options) : null,
    equipment: roll(2) === 0 ? [one(Equipment.options)] : [],
    ageBand: group ? null : maybe(AgeBand.options),
    gender: group ? null : maybe(Gender.options),
    status: group ? null : maybe(Status.options),
    postcode: null,
    tags: roll(4) === 0 ? [one(['rappel', 'itsme', 'nouveau'])] : [],
    note: roll(2) === 0 ? `${one(WORDS)} ${one(WORDS)} ${one(WORDS)}` : '',
    helper: '0123456789abcdefghijklmno'.padEnd(26, String(roll(4))),
    workshop: group
      ? { title: one(WORDS), level: null, participants: 2 + roll(12), known: 0, gender: {}, ageBand: {}, status: {} }
      : null,
  };
}
