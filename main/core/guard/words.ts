import { phrases } from './phrases.ts';

// Words by which codes and numbers are known, in the languages of the counters: French, Dutch, German, English, Arabic, Turkish,
// Ukrainian. For finding, never shown to anybody. Read without accents and in small letters.

/** Of a code nobody else may know. */
export const CODE_WORDS = phrases(`
  pin, pincode, pin code, pin-code, pin codes, pincodes, code pin, codes pin, codepin, puk, pukcode, puk code, puk-code, puk1, puk2, code puk, tan, tan code, otp,
  code secret, code confidentiel, code sms, code par sms, code itsme, code csam, code d'acces, code d'activation, code de verification,
  code de confirmation, code de validation, code de securite, code a usage unique, code de la carte, code de sa carte, code carte,
  geheime code, sms-code, smscode, sms code, itsme-code, itsmecode, itsme code, activatiecode, verificatiecode, bevestigingscode,
  beveiligingscode, toegangscode, kaartcode, code van de kaart, code van zijn kaart, code van haar kaart, code van itsme,
  geheimzahl, geheimcode, pin-nummer, sicherheitscode, bestatigungscode, aktivierungscode, zugangscode, code der karte,
  secret code, one-time code, one time code, security code, verification code, activation code, access code, passcode, card code,
  digipass, code digipass, cvc, cvv, cvc2, cvv2, cvc code, cvv code, cryptogramme,
  الرقم السري, رقم سري, الرمز السري, رمز سري, رمز التحقق, رمز التفعيل, رمز التاكيد, رمز pin, بين كود,
  sifre, sifresi, pin kodu, puk kodu, dogrulama kodu, onay kodu, guvenlik kodu, aktivasyon kodu, sms kodu,
  пін, пін-код, пін код, пінкод, пук-код, пук код, код підтвердження, код доступу, код активації, секретний код, код з sms, код з смс
`);

/** A code, but also a postal one or one of laws: only when the digits follow at once. */
export const WEAK_CODE_WORDS = phrases(
  `code, codes, kode, kod, kodu, код, الرمز, رمز, الكود, كود, csam, itsme, token, jeton, sms`,
);

/** What stands between a word for a code and the code. */
export const CODE_FILLERS = phrases(`
  est, etait, c'est, c, le, la, son, sa, mon, ma, votre, de, du, pour, recu, envoye, par, sms, itsme, csam, banque, bancaire, reponse, dit, numero, nr, no, n, nouveau, comme, actuel, eid, carte,
  is, was, het, de, zijn, haar, mijn, uw, voor, van, via, nummer, nieuwe, als, ontvangen, kaart, bank, bankkaart, zegt,
  ist, war, der, die, das, sein, ihr, mein, fur, vom, per, neue, neuer, lautet, karte,
  the, his, her, my, your, for, from, by, number, new, as, received, card, it's, says, bank,
  هو, هي, الجديد, كان, yeni, numarasi, новий, його, її, мій, це
`);

/** Before four digits these make a year, a place, an article of them. */
export const NOT_CODE_BEFORE = phrases(`
  en, depuis, des, de, du, au, a, avant, apres, annee, fin, debut, dans, vers, article, art, local, commune, rue, postal, postaux, pays, ins, nace, barres, route,
  in, sinds, van, voor, na, jaar, eind, begin, te, artikel, lokaal, gemeente, postcode,
  seit, im, jahr, vor, nach, ende, anfang, postleitzahl, plz, gemeinde, raum,
  since, on, before, after, year, of, room, section, postcode, zip, at, by, until,
  سنة, عام, في, منذ, yilinda, yili, році, року, з
`);

/** After digits these make an amount, a count or a year of them. */
export const NOT_CODE_AFTER = phrases(`
  euro, euros, eur, fois, x, essais, essai, tentatives, jours, jour, mois, ans, heures, heure, h, minutes, min, personnes, chiffres, km, caracteres,
  keer, pogingen, poging, dagen, dag, maanden, jaar, uur, minuten, personen, cijfers, tekens,
  mal, versuche, tage, tag, monate, jahre, uhr, stellen, ziffern, zeichen,
  times, tries, attempts, days, day, months, years, hours, people, digits, characters,
  يورو, مرات, ايام, ارقام, kez, gun, hane, раз, рази, днів, цифри, євро
`);

export const PASSWORD_WORDS = phrases(`
  mot de passe, mots de passe, mdp, wachtwoord, ww, paswoord, passwort, kennwort, password, passwd, كلمة السر, كلمة المرور, parola, parolasi,
  sifre, sifresi, пароль
`);

export const NATIONAL_NUMBER_WORDS = phrases(`
  niss, insz, nrn, rrn, nn, numero national, n national, n° national, num national, numero de registre national, numero du registre national, registre national, numero bis,
  rijksregister, rijksregisternummer, rijksregisternr, rrnr, nationaal nummer, insz-nummer, bisnummer, bis-nummer,
  nationalregister, nationalregisternummer, nationalnummer, nationale nummer, bis-nummer,
  national number, national register number, national register, bis number,
  الرقم الوطني, رقم السجل الوطني, رقم وطني, ulusal numara, ulusal numarasi, kimlik numarasi, kimlik no, національний номер, ідентифікаційний номер
`);

export const CARD_WORDS = phrases(`
  numero de carte, numero de la carte, numero de sa carte, n° de carte, carte n°, carte numero, numero de la carte d'identite, numero de carte d'identite, kaartnummer, kaart nr, nummer van de kaart, identiteitskaartnummer,
  kartennummer, karte nr, ausweisnummer, nummer der karte, card number, card no, number of the card, id card number, رقم البطاقة, kart numarasi, kart no, номер картки, номер карти
`);

/** A card, also when nothing is numbered: only before many digits. */
export const LOOSE_CARD_WORDS = phrases(`
  carte, carte bancaire, visa, mastercard, maestro, bancontact, kaart, bankkaart, karte, bankkarte, card, bank card, credit card, بطاقة, kart, картка, карта
`);

export const ACCOUNT_WORDS = phrases(`
  iban, numero de compte, n° de compte, compte bancaire, compte n°, compte en banque, rekeningnummer, rekening, bankrekening, rekeningnr, kontonummer, konto, bankkonto,
  account number, bank account, رقم الحساب, ايبان, hesap numarasi, hesap no, номер рахунку, рахунок, ибан
`);

export const PHONE_WORDS = phrases(`
  tel, telephone, gsm, portable, mobile, whatsapp, viber, appeler au, rappeler au, joignable au, numero de telephone, n° de telephone, n° de gsm, fax,
  telefoon, telefoonnummer, gsm-nummer, gsmnummer, bellen op, bel, te bereiken op, bereikbaar op, mobiel,
  telefon, telefonnummer, handy, handynummer, handy-nummer, anrufen unter, erreichbar unter,
  phone, phone number, mobile number, cell, call, call back on, reach on,
  هاتف, الهاتف, رقم الهاتف, هاتفه, هاتفها, جوال, موبايل, واتساب, telefonu, cep, cep telefonu, телефон, тел, моб, номер телефону
`);

/** Numbers of firms, laws, files: ten digits that begin with 0, too. */
export const ENTERPRISE_WORDS = phrases(`
  be, bce, kbo, zdu, tva, btw, mwst, vat, ust, n° d'entreprise, numero d'entreprise, entreprise, ondernemingsnummer, onderneming, btw-nummer,
  unternehmensnummer, unternehmen, company number, company, enterprise number, enterprise
`);

/** Digits as people say them. */
export const DIGIT_WORDS = phrases(`
  zero, un, deux, trois, quatre, cinq, six, sept, huit, neuf, nul, een, twee, drie, vier, vijf, zes, zeven, acht, negen,
  null, eins, zwei, zwo, drei, funf, sechs, sieben, neun, oh, one, two, three, four, five, seven, eight, nine,
  صفر, واحد, اثنان, اثنين, ثلاثة, اربعة, خمسة, ستة, سبعة, ثمانية, تسعة, sifir, bir, iki, uc, dort, bes, alti, yedi, sekiz, dokuz,
  нуль, один, два, три, чотири, пять, шість, сім, вісім, девять
`);
