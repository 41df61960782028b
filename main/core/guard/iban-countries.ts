/**
 * What follows country and check digits of an IBAN: n digits, a letters, c either, as in the SWIFT IBAN registry (ISO 13616-2); the
 * last two lines are countries that use IBANs without being in the registry.
 */
export const IBAN_COUNTRIES: ReadonlyMap<string, string> = new Map(
  `
  ad 8n12c, ae 19n, al 8n16c, at 16n, az 4a20c, ba 16n, be 12n, bg 4a6n8c, bh 4a14c, bi 23n, br 23n1a1c, by 4c4n16c, ch 5n12c,
  cr 18n, cy 8n16c, cz 20n, de 18n, dj 23n, dk 14n, do 4c20n, ee 16n, eg 25n, es 20n, fi 14n, fk 2a12n, fo 14n, fr 10n11c2n,
  gb 4a14n, ge 2a16n, gi 4a15c, gl 14n, gr 7n16c, gt 24c, hn 4a20n, hr 17n, hu 24n, ie 4a14n, il 19n, iq 4a15n, is 22n,
  it 1a10n12c, jo 4a4n18c, kw 4a22c, kz 3n13c, lb 4n20c, lc 4a24c, li 5n12c, lt 16n, lu 3n13c, lv 4a13c, ly 21n, mc 10n11c2n,
  md 20c, me 18n, mk 3n10c2n, mn 16n, mr 23n, mt 4a5n18c, mu 4a19n3a, ni 4a20n, nl 4a10n, no 11n, om 3n16c, pk 4a16c, pl 24n,
  ps 4a21c, pt 21n, qa 4a21c, ro 4a16c, rs 18n, ru 14n15c, sa 2n18c, sc 4a20n3a, sd 14n, se 20n, si 15n, sk 20n, sm 1a10n12c,
  so 19n, st 21n, sv 4a20n, tl 19n, tn 20n, tr 6n16c, ua 6n19c, va 18n, vg 4a16n, xk 16n, ye 4a4n18c,
  ao 21n, bf 2c22n, bj 2c22n, cf 23n, cg 23n, ci 2a22n, cm 23n, cv 21n, dz 22n, ga 23n, gq 23n, gw 2c19n, ir 22n, km 23n,
  ma 24n, mg 23n, ml 2c22n, mz 21n, ne 2a22n, sn 2a22n, td 23n, tg 2a22n
  `
    .trim()
    .split(/,\s+/)
    .map((line) => {
      const [country = '', shape = ''] = line.split(' ');
      return [country, shape];
    }),
);
