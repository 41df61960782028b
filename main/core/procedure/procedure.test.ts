import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factOf, factsAgree, mustAsk } from './facts.ts';
import { FACTS, Grade, LegalStatus, ProcedureFile, ProcedureText } from './schema.ts';
import { composeSheet, isExpired, isVerified, rightsOf } from './sheet.ts';

/** A procedure of which nothing is known but its steps. */
const file = (changes: Partial<ProcedureFile> = {}): ProcedureFile =>
  ProcedureFile.parse({
    id: 'sample',
    theme: 'famille',
    level: 'commune',
    regions: ['bruxelles'],
    lifeEvents: [],
    portal: null,
    logins: { means: [], grade: 'unknown', source: null },
    facts: Object.fromEntries(FACTS.map((name) => [name, { grade: name === 'steps' ? 'plausible' : 'unknown', source: null }])),
    legalBasis: { bruxelles: 'A', wallonie: 'B', flandre: 'C', germanophone: 'toString' },
    verifiedOn: null,
    verifiedBy: null,
    validUntil: null,
    otherSources: [],
    ...changes,
  });
const text = (changes: Partial<ProcedureText> = {}): ProcedureText =>
  ProcedureText.parse({
    title: 'T',
    summary: 'S',
    alsoCalled: [],
    ...Object.fromEntries(FACTS.filter((name) => name !== 'steps').map((name) => [name, null])),
    steps: [{ do: 'One' }],
    watchOut: [],
    onceOnly: null,
    ...changes,
  });

describe('a sheet', () => {
  it('shows a portal only where it is the portal', () => {
    const places = [{ host: 'p.example', path: '/a/' }];
    const hints = [{ step: 1, at: { login: true as const } }];
    const regions = ['bruxelles' as const];
    const portal = { name: 'P', host: 'p.example', start: '/a/', places, hints, regions, grade: 'sure' as const, source: null };
    expect(composeSheet(file({ portal }), text(), {}, 'bruxelles').file.portal).toEqual(portal);
    expect(composeSheet(file({ portal }), text(), {}, 'wallonie').file.portal).toBeNull();
  });
});

describe('a fact', () => {
  it('has words exactly when it is not unknown, whatever fact and grade', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FACTS), fc.constantFrom(...Grade.options), fc.boolean(), (name, grade, worded) => {
        if (name === 'steps') return;
        const facts = { ...file().facts, [name]: { grade, source: null } };
        const words = worded ? { [name]: name === 'bring' ? ['x'] : 'x' } : {};
        const fault = factsAgree(file({ facts }), text(words));
        expect(fault === null).toBe((grade !== 'unknown') === worded);
        if (fault === null) expect(mustAsk(factOf(file({ facts }), text(words), name))).toBe(grade === 'unknown');
      }),
    );
  });

  it('that is an empty list is no fact: the screen says "ask"', () => {
    expect(mustAsk(factOf(file(), text({ bring: [] }), 'bring'))).toBe(true);
  });

  it('gives the steps as their sentences', () => {
    expect(factOf(file(), text(), 'steps')).toEqual({ name: 'steps', grade: 'plausible', value: ['One'], source: null });
  });
});

describe('a sheet', () => {
  it('is verified only by a named person, from that day on and until its last day', () => {
    const verified = file({ verifiedOn: '2026-11-10', verifiedBy: 'A. Person', validUntil: '2026-11-20' });
    expect(['2026-11-09', '2026-11-10', '2026-11-20', '2026-11-21'].map((day) => isVerified(verified, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isExpired(verified, '2026-11-20')).toBe(false);
    expect(isExpired(verified, '2026-11-21')).toBe(true);
    expect(isVerified(file({ verifiedOn: '2026-11-10' }), '2026-11-11')).toBe(false);
    expect(isVerified(file(), '2026-11-11')).toBe(false);
  });

  it('calls only a law in force a right: never a draft, a report or what nobody knows', () => {
    const rights = LegalStatus.options.map((status) => [status, rightsOf({ id: 'A', status })]);
    expect(Object.fromEntries(rights)).toEqual({
      'in-force': 'right',
      reported: 'announced',
      draft: 'draft',
      unknown: 'unknown',
      none: 'none',
    });
  });

  it('takes the legal basis of the region, and "unknown" for one that is not described', () => {
    const legal = { A: { status: 'in-force' as const, sources: [] } };
    expect(composeSheet(file(), text(), legal, 'bruxelles').legal).toEqual({ id: 'A', status: 'in-force' });
    expect(composeSheet(file(), text(), legal, 'wallonie').legal).toEqual({ id: 'B', status: 'unknown' });
    expect(composeSheet(file(), text(), legal, 'germanophone').legal.status).toBe('unknown');
  });
});
