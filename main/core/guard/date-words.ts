import { clean } from './clean.ts';
import { phrases } from './phrases.ts';

// Words of dates in the languages of the counters, read as the guard reads. For finding, never shown to anybody.

/** Names of the months, January first; also as they stand in a date and cut short. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'janvier janv jan januari january januar janner ocak oca січня січень يناير كانون_الثاني جانفي',
    'fevrier fevr fev februari feb february februar subat лютого лютий فبراير شباط فيفري',
    'mars maart mrt march mar marz mart березня березень مارس اذار',
    'avril avr april apr nisan квітня квітень ابريل نيسان افريل',
    'mai mei may mayis травня травень مايو ايار ماي',
    'juin juni jun june haziran червня червень يونيو حزيران جوان',
    'juillet juil juli jul july temmuz липня липень يوليو تموز جويلية',
    'aout augustus aug august agustos серпня серпень اغسطس اب اوت',
    'septembre sept sep september eylul вересня вересень سبتمبر ايلول',
    'octobre oct oktober okt october ekim жовтня жовтень اكتوبر تشرين_الاول',
    'novembre nov november kasim листопада листопад نوفمبر تشرين_الثاني',
    'decembre dec december dezember dez aralik грудня грудень ديسمبر كانون_الاول',
  ].flatMap((names, month) =>
    clean(names)
      .low.split(' ')
      .map((name) => [name.replace('_', ' '), month + 1] as const),
  ),
);

/** Before the day or the year somebody was born. */
export const BIRTH_WORDS = phrases(`
  né, née, nés, nées, ne le, nee le, né(e), date de naissance, date naissance, date de naiss, naiss, ddn, d.d.n, naissance, anniversaire,
  geboortedatum, geboren, geb, geboortedag, verjaardag, verjaart, geboortejaar,
  geburtsdatum, geburtstag, geburtsjahr,
  born, date of birth, birth date, birthdate, birthday, dob, d.o.b, year of birth, annee de naissance,
  تاريخ الميلاد, تاريخ ميلاده, تاريخ ميلادها, ولد, ولدت, مولود, مولودة, مواليد, dogum tarihi, dogum yili, dogum gunu,
  дата народження, народився, народилася, народилась, нар, рік народження
`);

/** After the day or the year. */
export const BIRTH_WORDS_AFTER = phrases(
  `dogumlu, dogumluyum, р.н, року народження, date de naissance, geboortedatum, geburtsdatum, date of birth`,
);

/** These make of a day a rule for many, or the beginning of something. */
export const NOT_BIRTH = phrases(`
  avant, apres, depuis, des, a partir, jusque, jusqu, acte, actes, certificat, prime, allocation, declaration, declare, voor, na, sinds, vanaf, tot, akte, attest, premie,
  vor, nach, seit, ab, bis, urkunde, before, after, since, from, until, certificate, قبل, بعد, منذ, once, sonra, до, після
`);

/** Before the day of a law. */
export const LAW_WORDS = phrases(`
  loi, lois, arrete, ar, agw, decret, ordonnance, reglement, directive, circulaire, constitution, moniteur, code, convention, accord, jugement, arret,
  wet, wetten, besluit, kb, decreet, ordonnantie, verordening, richtlijn, omzendbrief, grondwet, staatsblad, wetboek, vonnis,
  gesetz, erlass, dekret, verordnung, richtlinie, rundschreiben, verfassung, gesetzbuch, urteil,
  law, act, decree, order, regulation, circular, قانون, مرسوم, yasa, kanun, закон, закону, наказ, указ
`);
