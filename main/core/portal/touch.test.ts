import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TYPED_FROM, TypeField } from './once.ts';
import { offersFor, plainWords, TouchedField } from './touch.ts';
import { textFor } from './touch-text.ts';
import { MEANINGS, NEVER, NEVER_WORDS, OTHERS } from './touch-words.ts';

const BLANK: TouchedField = {
  kind: 'input',
  type: 'text',
  autocomplete: '',
  label: '',
  placeholder: '',
  names: '',
  lang: 'fr',
  room: null,
  mapped: null,
};
const field = (changes: Partial<TouchedField>): TouchedField => TouchedField.parse({ ...BLANK, ...changes });
const best = (changes: Partial<TouchedField>) => offersFor(field(changes))[0] ?? null;

describe('a field that was touched', () => {
  it.each([
    ['Prénom', 'first-name'],
    ['Prénom(s) *', 'first-name'],
    ['Quel est votre nom de famille ?', 'family-name'],
    ['NOM', 'family-name'],
    ['Nom et prénom', 'full-name'],
    ['Naam', 'family-name'],
    ['Voornaam', 'first-name'],
    ['Achternaam (verplicht)', 'family-name'],
    ['Vor- und Nachname', 'full-name'],
    ['Familienname', 'family-name'],
    ['Surname', 'family-name'],
    ['Date de naissance (jj/mm/aaaa)', 'birth-date'],
    ['Né(e) le', 'birth-date'],
    ['Geboortedatum', 'birth-date'],
    ['Geburtsdatum', 'birth-date'],
    ['Date of birth', 'birth-date'],
    ['Rue et n°', 'street'],
    ['Straat en huisnummer', 'street'],
    ['Straße und Hausnummer', 'street'],
    ['Adresse', 'street'],
    ['Volledig adres', 'full-address'],
    ['Code postal', 'postcode'],
    ['PLZ', 'postcode'],
    ['Gemeente', 'town'],
    ['Code postal et localité', 'postcode-town'],
    ['Plz und Ort', 'postcode-town'],
    // On the card, but not this
    ['Lieu de naissance', null],
    ['Geboorteplaats', null],
    ['Commune de naissance', null],
    ['Numéro de maison', null],
    ['Huisnummer', null],
    ['Boîte', null],
    ['Deuxième prénom', null],
    // Somebody else's
    ['Nom de l’employeur', null],
    ['Prénom de l’enfant', null],
    ['Date de naissance de votre conjoint', null],
    ['Naam van de moeder', null],
    ['Nom d’utilisateur', null],
    ['Adresse e-mail', null],
    ['E-mailadres', null],
    // Nothing at all
    ['Motif de la demande', null],
    ['', null],
  ])('called "%s" gets %s', (label, wanted) => {
    expect(best({ label })).toBe(wanted);
  });

  it.each([
    ['name', 'full-name'],
    ['given-name', 'first-name'],
    ['section-me shipping family-name', 'family-name'],
    ['bday', 'birth-date'],
    ['street-address', 'street'],
    ['billing address-line1', 'street'],
    ['postal-code', 'postcode'],
    ['home address-level2 webauthn', 'town'],
    ['off', 'family-name'],
    ['on', 'family-name'],
    ['additional-name', null],
    ['username', null],
    ['organization', null],
    ['tel', null],
    ['address-line2', null],
    ['constructor', null],
  ])('with the token "%s" gets %s, whatever it is called', (autocomplete, wanted) => {
    expect(best({ autocomplete, label: 'Nom' })).toBe(wanted);
  });

  it('is known by its example, or its name in the code, where it has no label', () => {
    expect(best({ placeholder: 'Votre rue' })).toBe('street');
    expect(best({ names: 'applicant.firstName f12' })).toBe('first-name');
    expect(best({ names: 'txt_code_postal' })).toBe('postcode');
    expect(best({ label: 'Prénom', names: 'user_lastName' })).toBe('first-name');
  });

  it('with several lines gets the whole address first', () => {
    expect(offersFor(field({ kind: 'textarea', type: 'textarea', label: 'Adresse' }))).toEqual(['full-address', 'street']);
  });

  it.each(['password', 'hidden', 'email', 'url', 'checkbox', 'file', 'month', 'range', 'constructor', ''])(
    'of type "%s" gets nothing, even by the sheet',
    (type) => {
      expect(offersFor(field({ type, label: 'Nom', autocomplete: 'name', mapped: 0 }), MAPPING)).toEqual([]);
    },
  );

  it('for a date or a number gets nothing else', () => {
    expect(offersFor(field({ type: 'date', label: 'Nom' }))).toEqual([]);
    expect(offersFor(field({ type: 'date', label: 'Geboortedatum' }))).toEqual(['birth-date']);
    expect(offersFor(field({ type: 'number', label: 'Code postal' }))).toEqual(['postcode']);
    expect(offersFor(field({ type: 'number', label: 'Rue' }))).toEqual([]);
  });

  it('is what the sheet says, before what the page says', () => {
    expect(offersFor(field({ label: 'Champ 7', mapped: 0 }), MAPPING)).toEqual(['town']);
    expect(offersFor(field({ label: 'Prénom', autocomplete: 'given-name', mapped: 0 }), MAPPING)).toEqual(['town']);
    expect(offersFor(field({ label: 'Prénom', mapped: 5 }), MAPPING)).toEqual(['first-name', 'given-names']);
  });
});

const MAPPING = [{ selector: '#f7', field: 'town' as const }];

/** Numbers of the register, of cards and of accounts, and secrets, as sites call them. */
const FORBIDDEN = [
  ...['NISS', 'N° NISS', 'Numéro NISS', 'Numéro national', 'Numéro de registre national', 'N° national', 'Registre national'],
  ...['Rijksregisternummer', 'Rijksregister-nummer', 'INSZ', 'INSZ-nummer', 'Nationaal nummer', 'Nationalregisternummer'],
  ...['Nationalnummer', 'National number', 'National register number', 'National ID', 'RRN', 'Numéro BIS', 'BIS-nummer'],
  ...['Numéro de carte d’identité', 'Kaartnummer', 'Kartennummer', 'Card number', 'IBAN', 'Numéro de compte', 'Rekeningnummer'],
  ...['Mot de passe', 'Wachtwoord', 'Kennwort', 'Password', 'Code PIN', 'Code SMS', 'Code de sécurité', 'CVC'],
];

describe('the national number', () => {
  it.each(FORBIDDEN)('gets no offer in a field called "%s", nor any other secret, whatever else page and sheet say', (words) => {
    for (const place of ['label', 'placeholder', 'names'] as const) {
      for (const more of [{}, { autocomplete: 'name' }, { label: 'Nom' }, { names: 'firstName' }, { mapped: 0 }])
        expect(offersFor(field({ ...more, [place]: words }), MAPPING)).toEqual([]);
    }
  });

  it.each(['00.00.00-000.00', 'YY.MM.DD-XXX.CC', '__.__.__-___.__', '85.07.30-001.23'])(
    'nor by the pattern %s',
    (placeholder) => {
      expect(offersFor(field({ label: 'Nom', placeholder }))).toEqual([]);
    },
  );

  it.each(['numNISS', 'rijksregisterNummer', 'numero_national', 'nationalRegisterNumber', 'txtInszNr', 'rrn', 'cc-number'])(
    'nor where only the code of the page says so: %s',
    (names) => {
      expect(offersFor(field({ label: 'Nom', names: names === 'cc-number' ? 'creditCardNo' : names }))).toEqual([]);
    },
  );

  it('is never offered, whatever words stand around it', () => {
    const word = fc.constantFrom(...Object.keys(MEANINGS), 'votre', 'de', 'obligatoire', '*');
    const secret = fc.constantFrom(...FORBIDDEN);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), secret, fc.array(word, { maxLength: 4 }), (before, number, after) => {
        expect(offersFor(field({ label: [...before, number, ...after].join(' ').slice(0, 400) }))).toEqual([]);
      }),
    );
  });

  it('has no name among what may be typed, and none is made of anything but what the card process gives by name', () => {
    const made = new Set(Object.values(TYPED_FROM).flat());
    expect([...made].sort()).toEqual(['birth-date', 'first-name', 'given-names', 'name', 'postcode', 'street', 'town']);
    expect(TypeField.options.filter((name) => /nat|niss|numb|regist|card/.test(name.replace('family-name', '')))).toEqual([]);
  });
});

describe('the words of sites', () => {
  it('are written as they are compared', () => {
    for (const phrase of [...Object.keys(MEANINGS), ...NEVER_WORDS, ...OTHERS]) expect(plainWords(phrase)).toBe(phrase);
    for (const stem of NEVER) expect(stem).toMatch(/^[a-z]+$/);
  });

  it('that mean something are not among those that are never answered', () => {
    for (const [phrase, fields] of Object.entries(MEANINGS))
      expect([phrase, offersFor(field({ label: phrase }))]).toEqual([phrase, fields]);
  });
});

describe('what is typed', () => {
  const card = {
    'first-name': 'Nadia',
    'given-names': 'Nadia Simone',
    name: 'Exemple',
    'birth-date': '1985-07-30',
    street: 'Rue des Essais 12',
    postcode: '5000',
    town: 'Namur',
  };

  it.each([
    ['full-name', { label: 'Nom complet' }, 'Nadia Exemple'],
    ['full-name', { label: 'Nom et prénom' }, 'Exemple Nadia'],
    ['given-names', {}, 'Nadia Simone'],
    ['full-address', {}, 'Rue des Essais 12, 5000 Namur'],
    ['full-address', { kind: 'textarea', type: 'textarea' }, 'Rue des Essais 12\n5000 Namur'],
    ['postcode-town', {}, '5000 Namur'],
    ['birth-date', { type: 'date' }, '1985-07-30'],
    ['birth-date', {}, '30/07/1985'],
    ['birth-date', { lang: 'de-BE' }, '30.07.1985'],
    ['birth-date', { placeholder: 'jj/mm/aaaa' }, '30/07/1985'],
    ['birth-date', { placeholder: 'dd-mm-jjjj' }, '30-07-1985'],
    ['birth-date', { placeholder: 'TT.MM.JJJJ' }, '30.07.1985'],
    ['birth-date', { placeholder: 'YYYY-MM-DD' }, '1985-07-30'],
    ['birth-date', { placeholder: 'Ex. : 31/12/1980' }, '30/07/1985'],
    ['birth-date', { placeholder: '1980-12-31' }, '1985-07-30'],
    ['birth-date', { label: 'Date de naissance (jjmmaaaa)' }, '30071985'],
    ['birth-date', { room: 8 }, '30071985'],
  ] as const)('as %s into %o is "%s"', (wanted, changes, text) => {
    expect(textFor(wanted, card, field(changes))).toBe(text);
  });

  it('is nothing when the card does not say all of it', () => {
    for (const wanted of TypeField.options) {
      expect(textFor(wanted, {}, BLANK)).toBe(null);
      for (const part of TYPED_FROM[wanted]) {
        const { [part]: _, ...without } = card;
        expect([wanted, textFor(wanted, without, BLANK)]).toEqual([wanted, null]);
      }
    }
    for (const iso of ['1985', '1985-07', '']) expect(textFor('birth-date', { 'birth-date': iso }, BLANK)).toBe(null);
  });

  it('is only made of what it is made of, as the table says', () => {
    for (const wanted of TypeField.options) {
      const only = Object.fromEntries(TYPED_FROM[wanted].map((part) => [part, card[part]]));
      expect(textFor(wanted, only, BLANK)).toBe(textFor(wanted, card, BLANK));
    }
  });
});
