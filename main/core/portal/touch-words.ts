import type { TypeField } from './once.ts';

// How sites name fields that get nothing, in the languages of the country and in code: small letters, no accents, single blanks. Words of
// sites, for finding, never shown to anybody.

/** Numbers that are nobody's to type (law of 19 July 1991, art. 6; law of 8 August 1983, art. 8), and secrets. Found anywhere, also inside a word. */
export const NEVER: readonly string[] = list(`
  niss, insz, registrenational, registernational, numeronational, nationalregister, nationalnummer, rijksregister,
  nationaalnummer, nationaalregister, nationalnumber, nationalid, personalnumber, personennummer, numerodecarte, numerocarte,
  kaartnummer, kartennummer, ausweisnummer, cardnumber, cardno, creditcard, iban, rekeningnummer, kontonummer, accountnumber,
  motdepasse, password, passwd, wachtwoord, paswoord, kennwort, passwort, onetimecode, captcha, codesecret, codedesecurite,
  beveiligingscode, sicherheitscode
`);

/** The same, as words of their own. */
export const NEVER_WORDS: readonly string[] = list(`
  rrn, nrn, nn, n national, n de registre, numero bis, bisnummer, bis nummer, pin, puk, otp, tan, cvc, cvv, bic, compte,
  rekening, konto, code sms, sms code, secret, security code, n de carte, card no
`);

/** Where the family name stands first. */
export const FAMILY_FIRST: readonly string[] = list(`
  nom et prenom, nom prenom, nom et prenoms, naam en voornaam, naam voornaam, name und vorname, name vorname, name and first
  name
`);

/** Autofill field names of the HTML standard (4.10.18.7.1) that are on the card. Any other name says that it is not. */
export const TOKENS: Readonly<Record<string, readonly TypeField[]>> = {
  name: ['full-name'],
  'given-name': ['first-name', 'given-names'],
  'family-name': ['family-name'],
  bday: ['birth-date'],
  'street-address': ['street', 'full-address'],
  'address-line1': ['street'],
  'address-level2': ['town'],
  'postal-code': ['postcode'],
};

/** Tokens that say for whom or what kind, before the name. */
export const BEFORE_TOKEN: readonly string[] = ['shipping', 'billing', 'home', 'work', 'mobile', 'fax', 'pager', 'on', 'off'];

/** Phrases with commas between them. */
function list(phrases: string): string[] {
  return phrases.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
}
