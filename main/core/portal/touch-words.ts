import type { TypeField } from './once.ts';

// How sites name their fields, in the languages of the country and in code: small letters, no accents, single blanks. Words of sites,
// for finding, never shown to anybody.

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

/** Somebody else's, or no person's at all: nothing on this card belongs there. */
export const OTHERS: readonly string[] = list(`
  utilisateur, user, username, gebruiker, gebruikersnaam, benutzer, benutzername, login, identifiant, pseudo, employeur,
  werkgever, arbeitgeber, employer, entreprise, societe, bedrijf, onderneming, firma, unternehmen, company, organisation,
  organisatie, organization, organisme, ecole, school, schule, banque, bank, enfant, enfants, kind, kinderen, kinder, child,
  children, conjoint, conjointe, epoux, epouse, partenaire, partner, echtgenoot, echtgenote, ehegatte, ehepartner, spouse, mere,
  pere, moeder, vader, mutter, vater, mother, father, parent, parents, ouder, ouders, eltern, tuteur, voogd, vormund, jeune
  fille, meisjesnaam, madchenname, maiden, proprietaire, eigenaar, eigentumer, owner, bailleur, verhuurder, vermieter, landlord,
  avocat, advocaat, anwalt, notaire, notaris, notar, medecin, arzt, doctor, defunt, overledene, deceased, fichier, bestand,
  datei, file, document, dossier, mail, email, e mail, courriel, telephone, telefoon, telefon, phone, gsm, recherche,
  rechercher, zoeken, suche, suchen, search, site, website, url
`);

/** What a label means; of several, the longest that is found. An empty list: known, and nothing for it. */
export const MEANINGS: Readonly<Record<string, readonly TypeField[]>> = {
  ...say(
    ['first-name', 'given-names'],
    `
    prenom, voornaam, vorname, first name, firstname, given name, givenname
  `,
  ),
  ...say(
    ['given-names', 'first-name'],
    `
    prenoms, voornamen, vornamen, given names, first names
  `,
  ),
  ...say(
    [],
    `
    deuxieme prenom, autres prenoms, tweede voornaam, andere voornamen, zweiter vorname, middle name, middlename, initiale,
    initiales, initialen, initials, lieu de naissance, ville de naissance, commune de naissance, pays de naissance, nom de
    naissance, annee de naissance, geboorteplaats, geboorteland, plaats van geboorte, gemeente van geboorte, geburtsort,
    geburtsname, geburtsland, place of birth, birth place, birthplace, town of birth, city of birth, country of birth, name at
    birth, birth name, numero de rue, numero de maison, numero de police, numero de la maison, n de maison, huisnummer,
    hausnummer, house number, housenumber, street number, streetnumber, nom de la maison, adresse ligne 2, address line 2,
    complement d adresse, adresregel 2, adresszusatz, address2, addressline2, numero de boite, busnummer
  `,
  ),
  ...say(
    ['family-name', 'full-name'],
    `
    nom, naam
  `,
  ),
  ...say(
    ['full-name', 'family-name'],
    `
    name
  `,
  ),
  ...say(
    ['family-name'],
    `
    nom de famille, nom famille, familienaam, achternaam, familienname, nachname, zuname, family name, familyname, last name,
    lastname, surname
  `,
  ),
  ...say(
    ['full-name'],
    `
    nom complet, nom et prenom, nom prenom, nom et prenoms, prenom et nom, prenom nom, volledige naam, naam en voornaam, naam
    voornaam, voornaam en naam, voornaam naam, voor en achternaam, vollstandiger name, name und vorname, name vorname, vor und
    nachname, vorname und name, vor und zuname, full name, fullname, first and last name, name and surname, name and first name
  `,
  ),
  ...say(
    ['birth-date'],
    `
    date de naissance, date naissance, datenaissance, ne le, nee le, ne e le, geboortedatum, geburtsdatum, geboren am, geboren
    op, date of birth, dateofbirth, birth date, birthdate, dob, bday
  `,
  ),
  ...say(
    ['street'],
    `
    rue, voie, avenue, nom de rue, nom de la rue, rue et numero, rue et n, rue numero, adresse ligne 1, straat, straatnaam,
    straat en nummer, straat en huisnummer, straat nummer, straat nr, adresregel 1, strasse, strasse und hausnummer, strasse und
    nummer, strasse hausnummer, strasse nr, strassenname, street, street address, street and number, address line 1,
    addressline1, address1, address line
  `,
  ),
  ...say(
    ['street', 'full-address'],
    `
    adresse, adres, address, anschrift, domicile, residence
  `,
  ),
  ...say(
    ['full-address', 'street'],
    `
    adresse complete, volledig adres, vollstandige adresse, full address, adresse postale, postadresse, adresse du domicile,
    adresse de domicile, postadres, postal address, home address, wohnanschrift
  `,
  ),
  ...say(
    ['postcode'],
    `
    code postal, codepostal, cp, postcode, postleitzahl, plz, postal code, postalcode, zip, zip code, zipcode
  `,
  ),
  ...say(
    ['town'],
    `
    ville, commune, localite, gemeente, woonplaats, plaats, stad, ort, stadt, gemeinde, wohnort, town, city, municipality,
    locality
  `,
  ),
  ...say(
    ['postcode-town'],
    `
    code postal et ville, code postal et localite, code postal et commune, code postal localite, cp et localite, postcode en
    gemeente, postcode en plaats, postcode en woonplaats, postcode gemeente, plz und ort, plz ort, postleitzahl und ort,
    postleitzahl und gemeinde, postcode and town, postcode and city, zip and city
  `,
  ),
};

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

function say(fields: readonly TypeField[], phrases: string): Record<string, readonly TypeField[]> {
  return Object.fromEntries(list(phrases).map((phrase) => [phrase, fields]));
}

/** Phrases with commas between them. */
function list(phrases: string): string[] {
  return phrases.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
}
