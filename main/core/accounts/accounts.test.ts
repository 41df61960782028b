import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DisplayName, SignInName, toSignInName } from './account.ts';
import { COMMON } from './common-passwords.ts';
import { afterFailure, delayAfter, type Lock, lookAt, OPEN } from './lockout.ts';
import { passwordProblem } from './password.ts';
import { quickPinFault } from './quick-pin.ts';
import { may, ROLES } from './roles.ts';
import { base32, counterOf, otpauthUri, stepsToTry, totpTyped, truncate } from './totp.ts';
import { asWritten, bytesFor, writtenCode } from './written-code.ts';

describe('roles', () => {
  it('keep helps from the IT person, machines from the manager, and accounts from those who help', () => {
    expect([may('it', 'help'), may('it', 'reports'), may('it', 'settings')]).toEqual([false, false, true]);
    expect([may('manager', 'reports'), may('manager', 'settings')]).toEqual([true, false]);
    expect(ROLES.filter((role) => may(role, 'accounts'))).toEqual(['manager', 'it']);
    expect(ROLES.filter((role) => may(role, 'phone'))).toEqual(['operator', 'manager']);
  });
});

describe('names', () => {
  it('are one name however they are typed', () => {
    expect(toSignInName('  Amélie.D ')).toBe(toSignInName('ame\u0301lie.d'));
    expect(SignInName.safeParse(toSignInName('Amélie.D')).success).toBe(true);
    for (const bad of ['a', '', '.ab', 'a b', 'a/b', 'a\u0000b', 'x'.repeat(41)])
      expect(SignInName.safeParse(bad).success).toBe(false);
    for (const bad of ['', ' a', 'a\nb', 'x'.repeat(61)]) expect(DisplayName.safeParse(bad).success).toBe(false);
  });
});

describe('a password', () => {
  it.each([
    ['short1!A', 'short'],
    ['elevensigns', 'short'],
    ['x'.repeat(201), 'long'],
    ['password1234', 'common'],
    ['MotDePasse2026', 'common'],
    ['Wachtwoord!123', 'common'],
    ['P@ssw0rd12345', 'common'],
    ['azertyuiop123', 'common'],
    ['mediatheque-12', 'common'],
    ['BruxellesEPN2026', 'common'],
    ['correct horse battery staple', 'common'],
    ['123456789012', 'repeats'],
    ['qwertyuiopas', 'repeats'],
    ['aaaaaaaaaaaaaa', 'repeats'],
    ['abcabcabcabc', 'repeats'],
    ['amelie.dupont', 'name'],
    ['Dupont-Amelie-1985', 'name'],
    ['tilleuls-2026', 'name'],
  ] as const)('%s is refused: %s', (password, problem) => {
    expect(passwordProblem(password, ['amelie.d', 'Amelie Dupont', 'Bibliothèque des Tilleuls'])).toBe(problem);
  });

  it.each([
    'girafe velours canal mardi',
    'vier losse woorden hier',
    'kein-zwang-zu-zeichen',
    'aussi longue que possible',
    'ваш пароль тут длинный',
    'k7f2m9x4q1w8',
    'le mot de passe de mon chat',
    'onze canards verts dupont',
  ])('%s is taken: no rule about kinds of signs', (password) => {
    expect(passwordProblem(password, ['dupont', 'Amelie Dupont'])).toBeNull();
  });

  it('may have any signs: length is counted in signs people see, not in bytes', () => {
    expect(passwordProblem('😀🐄🌍🎈🍋🚲🦊🎷🧀🌧️⚽')).toBeNull();
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void passwordProblem(text, [text])));
  });

  it('list is plain, and each of its words with digits is refused', () => {
    for (const word of COMMON) {
      expect(word).toMatch(/^[a-z]+$/);
      expect(passwordProblem(word.padEnd(12, '20261907'))).not.toBeNull();
    }
  });
});

describe('a quick PIN', () => {
  it.each([
    ['12345', 'digits'],
    ['1234567', 'digits'],
    ['12345a', 'digits'],
    ['١٢٣٤٥٦', 'digits'],
    ['000000', 'sequence'],
    ['123456', 'sequence'],
    ['987654', 'sequence'],
    ['135791', 'sequence'],
    ['121212', 'sequence'],
    ['474747', 'sequence'],
    ['777747', 'sequence'],
    ['583583', 'sequence'],
    ['583385', 'sequence'],
    ['311285', 'date'],
    ['123185', 'date'],
    ['851231', 'date'],
    ['198507', 'date'],
    ['071985', 'date'],
  ] as const)('%s is refused: %s', (pin, fault) => expect(quickPinFault(pin)).toBe(fault));

  it('is taken otherwise, and most are', () => {
    for (const pin of ['840937', '590468', '739502']) expect(quickPinFault(pin)).toBeNull();
    let taken = 0;
    for (let n = 0; n < 1_000_000; n += 7) if (quickPinFault(String(n).padStart(6, '0')) === null) taken++;
    expect(taken / (1_000_000 / 7)).toBeGreaterThan(0.85);
  });
});

describe('lock-out', () => {
  const at = fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 });
  const lock = fc.record({ failures: fc.integer({ min: 0, max: 120 }), at });

  it('costs nothing for four slips of the hand, then 30 s, doubling to 15 minutes, and ends at a hundred', () => {
    expect([0, 1, 4, 5, 6, 7, 10, 11, 99].map(delayAfter)).toEqual([0, 0, 0, 30e3, 60e3, 120e3, 900e3, 900e3, 900e3]);
    expect(delayAfter(100)).toBe(Number.POSITIVE_INFINITY);
    fc.assert(fc.property(fc.nat(200), (n) => delayAfter(n + 1) >= delayAfter(n)));
  });

  it('lasts its whole delay while the clock goes on, and no longer', () => {
    fc.assert(
      fc.property(lock, fc.nat(3_600_000), ({ failures, at }, later) => {
        const delay = delayAfter(failures);
        expect(lookAt({ failures, at }, at + later).waitMs).toBe(Math.max(0, delay - later));
      }),
    );
  });

  it('is never opened or shortened by a clock that jumps back, and never lasts longer than its delay', () => {
    fc.assert(
      fc.property(lock, fc.array(fc.integer({ min: -4e11, max: 0 }), { minLength: 1, maxLength: 20 }), (first, jumps) => {
        let state: Lock = first;
        let now = first.at;
        for (const jump of jumps) {
          const before = lookAt(state, now);
          now += jump;
          const after = lookAt(before.lock, now);
          expect(after.waitMs).toBeGreaterThanOrEqual(before.waitMs);
          expect(after.waitMs).toBeLessThanOrEqual(delayAfter(first.failures));
          state = after.lock;
        }
        expect(state.failures).toBe(first.failures);
      }),
    );
  });

  it('a restart in between changes nothing: what is kept is the whole state', () => {
    fc.assert(
      fc.property(lock, at, (state, now) => {
        const kept: Lock = JSON.parse(JSON.stringify(state));
        expect(lookAt(kept, now)).toEqual(lookAt(state, now));
      }),
    );
  });

  it('lets nobody try more than a hundred times, however they time it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 * 60_000 }), { minLength: 500, maxLength: 2000 }), (pauses) => {
        let state = OPEN;
        let now = 1_700_000_000_000;
        const end = now + 86_400_000;
        let tries = 0;
        for (const pause of pauses) {
          now += pause;
          if (now > end) break;
          const seen = lookAt(state, now);
          state = seen.lock;
          if (seen.waitMs > 0) continue;
          state = afterFailure(state, now);
          tries++;
        }
        expect(tries).toBeLessThanOrEqual(100);
      }),
      { numRuns: 50 },
    );
  });
});

describe('TOTP', () => {
  const secret = Buffer.from('12345678901234567890');
  const codeAt = (seconds: number, digits: number) =>
    truncate(
      createHmac('sha1', secret)
        .update(counterOf(Math.floor(seconds / 30)))
        .digest(),
      digits,
    );

  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('gives the vector of RFC 6238 appendix B at %d s', (seconds, code) => {
    expect(codeAt(seconds, 8)).toBe(code);
    expect(codeAt(seconds, 6)).toBe(code.slice(2));
  });

  it('gives the vectors of RFC 4226 appendix D', () => {
    const codes = Array.from({ length: 10 }, (_, step) => truncate(createHmac('sha1', secret).update(counterOf(step)).digest()));
    expect(codes.join(' ')).toBe('755224 287082 359152 969429 338314 254676 287922 162583 399871 520489');
  });

  it('takes one step before and one after, and none that was used or is older', () => {
    const now = 1_700_000_015_000;
    const step = Math.floor(now / 30_000);
    expect(stepsToTry(now, -1)).toEqual([step, step - 1, step + 1]);
    expect(stepsToTry(now, step)).toEqual([step + 1]);
    expect(stepsToTry(now, step + 1)).toEqual([]);
    expect(stepsToTry(0, -1)).toEqual([0, 1]);
  });

  it('writes secrets as RFC 4648 does, and a URI that apps read', () => {
    expect(base32(Buffer.from('12345678901234567890'))).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    const uri = new URL(otpauthUri(secret, 'EPN “Les Tilleuls” & Co', 'amélie'));
    expect([uri.protocol, uri.searchParams.get('issuer')]).toEqual(['otpauth:', 'EPN “Les Tilleuls” & Co']);
    expect(uri.searchParams.get('secret')).toBe(base32(secret));
  });

  it('takes a code with a space in it, and nothing that is no code', () => {
    expect([totpTyped('123 456'), totpTyped('12345'), totpTyped('12345a')]).toEqual(['123456', null, null]);
  });
});

describe('a code on paper', () => {
  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: bytesFor(4), maxLength: bytesFor(4) }), (random) => {
        const code = writtenCode(random);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
        for (const typed of [code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('0', 'o').replaceAll('1', 'l')])
          expect(asWritten(typed)).toBe(code);
      }),
    );
  });
});
