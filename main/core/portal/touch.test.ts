import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TYPED_FROM, TypeField } from './once.ts';
import { offersFor, plainWords, TouchedField } from './touch.ts';
import { textFor } from './touch-text.ts';
import { NEVER, NEVER_WORDS, TOKENS } from './touch-words.ts';

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
  it.each(['Prénom', 'Nom de famille', 'Date de naissance', 'Straat en huisnummer', 'PLZ', 'Full address', 'firstName', ''])(
    'that says no more than "%s" gets nothing: what it is for is not guessed',
    (words) => {
      for (const place of ['label', 'placeholder', 'names'] as const)
        expect(offersFor(field({ [place]: words, autocomplete: '' }), MAPPING)).toEqual([]);
    },
  );

  it.each([
    ['name', 'full-name'],
    ['given-name', 'first-name'],
    ['section-me shipping family-name', 'family-name'],
    ['bday', 'birth-date'],
    ['street-address', 'street'],
    ['billing address-line1', 'street'],
    ['postal-code', 'postcode'],
    ['home address-level2 webauthn', 'town'],
    ['off', null],
    ['on', null],
    ['additional-name', null],
    ['username', null],
    ['organization', null],
    ['tel', null],
    ['address-line2', null],
    ['constructor', null],
  ])('with the token "%s" gets %s, whatever it is called', (autocomplete, wanted) => {
    expect(best({ autocomplete, label: 'Nom' })).toBe(wanted);
  });

  it('with several lines gets the whole address first', () => {
    const lines = { kind: 'textarea', type: 'textarea', autocomplete: 'street-address' } as const;
    expect(offersFor(field(lines))).toEqual(['full-address', 'street']);
  });

  it.each(['password', 'hidden', 'email', 'url', 'checkbox', 'file', 'month', 'range', 'constructor', ''])(
    'of type "%s" gets nothing, even by the sheet',
    (type) => {
      expect(offersFor(field({ type, label: 'Nom', autocomplete: 'name', mapped: 0 }), MAPPING)).toEqual([]);
    },
  );

  it('for a date or a number gets nothing else', () => {
    expect(offersFor(field({ type: 'date', autocomplete: 'name' }))).toEqual([]);
    expect(offersFor(field({ type: 'date', autocomplete: 'bday' }))).toEqual(['birth-date']);
    expect(offersFor(field({ type: 'number', autocomplete: 'postal-code' }))).toEqual(['postcode']);
    expect(offersFor(field({ type: 'number', autocomplete: 'address-line1' }))).toEqual([]);
  });

  it('is what the sheet says, before what the page says', () => {
    expect(offersFor(field({ label: 'Champ 7', mapped: 0 }), MAPPING)).toEqual(['town']);
    expect(offersFor(field({ label: 'Prénom', autocomplete: 'given-name', mapped: 0 }), MAPPING)).toEqual(['town']);
    expect(offersFor(field({ autocomplete: 'given-name', mapped: 5 }), MAPPING)).toEqual(['first-name', 'given-names']);
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
      for (const more of [{ autocomplete: 'name' }, { autocomplete: 'name', label: 'Nom' }, { mapped: 0 }])
        expect(offersFor(field({ ...more, [place]: words }), MAPPING)).toEqual([]);
    }
  });

  it.each(['00.00.00-000.00', 'YY.MM.DD-XXX.CC', '__.__.__-___.__', '85.07.30-001.23'])(
    'nor by the pattern %s',
    (placeholder) => {
      expect(offersFor(field({ autocomplete: 'name', placeholder }))).toEqual([]);
    },
  );

  it.each(['numNISS', 'rijksregisterNummer', 'numero_national', 'nationalRegisterNumber', 'txtInszNr', 'rrn', 'cc-number'])(
    'nor where only the code of the page says so: %s',
    (names) => {
      expect(offersFor(field({ autocomplete: 'name', names: names === 'cc-number' ? 'creditCardNo' : names }))).toEqual([]);
    },
  );

  it('is never offered, whatever words stand around it', () => {
    const word = fc.constantFrom('nom', 'prénom', 'naam', 'adresse', 'date de naissance', 'votre', 'de', 'obligatoire', '*');
    const words = fc.array(word, { maxLength: 4 });
    const token = fc.constantFrom(...Object.keys(TOKENS));
    fc.assert(
      fc.property(words, fc.constantFrom(...FORBIDDEN), words, token, (before, number, after, autocomplete) => {
        expect(offersFor(field({ label: [...before, number, ...after].join(' ').slice(0, 400), autocomplete }))).toEqual([]);
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
    for (const phrase of NEVER_WORDS) expect(plainWords(phrase)).toBe(phrase);
    for (const stem of NEVER) expect(stem).toMatch(/^[a-z]+$/);
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
