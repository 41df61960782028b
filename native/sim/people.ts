import { CITIZENS } from './citizens.ts';
import { FOREIGNERS } from './foreigners.ts';
import type { Persona } from './persona.ts';

export type { Persona };

const CARD = 0x01;
const [FROM, UNTIL, AT, NUMBER, NAME, GIVEN, THIRD, NATIONALITY] = [0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a];
const [BIRTH_PLACE, BIRTH_DATE, SEX, NOBLE, TYPE, STATUS] = [0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10];

/** The cast of demos and screenshots; the others are for tests and for whoever wants to see a rare card. */
const FIVE = {
  /** Adult, RSA card of applet 1.7. */
  nadia: {
    applet: '1.7',
    identity: {
      [CARD]: '591000000107',
      [FROM]: '03.02.2020',
      [UNTIL]: '03.02.2030',
      [AT]: 'Namur',
      [NUMBER]: '85073090431',
      [NAME]: 'Exemple',
      [GIVEN]: 'Nadia Simone',
      [THIRD]: 'B',
      [NATIONALITY]: 'Belge',
      [BIRTH_PLACE]: 'Liège',
      [BIRTH_DATE]: '30 JUIL 1985',
      [SEX]: 'F',
      [NOBLE]: '',
      [TYPE]: '1',
      [STATUS]: '0',
    },
    address: ['Rue des Essais 12', '5000', 'Namur'],
    shade: -40,
  },
  /** Adult, elliptic-curve card of applet 1.8. */
  joris: {
    applet: '1.8',
    identity: {
      [CARD]: '600000000112',
      [FROM]: '14.05.2024',
      [UNTIL]: '14.05.2034',
      [AT]: 'Brussel',
      [NUMBER]: '92010290109',
      [NAME]: 'Voorbeeld',
      [GIVEN]: 'Joris',
      [THIRD]: '',
      [NATIONALITY]: 'Belg',
      [BIRTH_PLACE]: 'Gent',
      [BIRTH_DATE]: '02 JAN  1992',
      [SEX]: 'M',
      [NOBLE]: '',
      [TYPE]: '01',
      [STATUS]: '0',
    },
    address: ['Proefstraat 3 bus 1', '1000', 'Brussel'],
    shade: -70,
  },
  /** A genuine card past its last day, German words. */
  karl: {
    applet: '1.7',
    identity: {
      [CARD]: '590123456775',
      [FROM]: '20.06.2014',
      [UNTIL]: '20.06.2024',
      [AT]: 'Eupen',
      [NUMBER]: '60031590326',
      [NAME]: 'Muster',
      [GIVEN]: 'Karl-Heinz Otto',
      [THIRD]: 'J',
      [NATIONALITY]: 'Deutsch',
      [BIRTH_PLACE]: 'Eupen',
      [BIRTH_DATE]: '15.MÄR.1960',
      [SEX]: 'M',
      [NOBLE]: '',
      [TYPE]: '1',
      [STATUS]: '2',
    },
    address: ['Versuchsweg 7', '4700', 'Eupen'],
    shade: -20,
  },
  /** A child's card: two years valid, no certificate of its own. */
  lou: {
    applet: '1.8',
    certified: 'none',
    identity: {
      [CARD]: '610987654395',
      [FROM]: '01.09.2026',
      [UNTIL]: '01.09.2028',
      [AT]: 'Charleroi',
      [NUMBER]: '17042190247',
      [NAME]: 'Modèle',
      [GIVEN]: 'Lou',
      [THIRD]: '',
      [NATIONALITY]: 'Belge',
      [BIRTH_PLACE]: 'Charleroi',
      [BIRTH_DATE]: '21 AVR 2017',
      [SEX]: 'F',
      [NOBLE]: '',
      [TYPE]: '6',
      [STATUS]: '0',
    },
    address: ['Place du Gabarit 1', '6000', 'Charleroi'],
    shade: 0,
  },
  /** A foreigner with a name of many bytes, one given name, birth year only, no address in the register. */
  nguyen: {
    applet: '1.8',
    identity: {
      [CARD]: 'B123456789',
      [FROM]: '10.01.2025',
      [UNTIL]: '10.01.2030',
      [AT]: 'Schaerbeek - Schaarbeek',
      [NUMBER]: '79000091269',
      [NAME]: 'Nguyễn Thị Ñandú-Ščepanović Żółkiewska Þorvaldsdóttir',
      [GIVEN]: 'Ánh',
      [THIRD]: '',
      [NATIONALITY]: 'Viet Nam',
      [BIRTH_PLACE]: 'Đà Nẵng',
      [BIRTH_DATE]: '         1979',
      [SEX]: 'V',
      [TYPE]: '33',
      [STATUS]: '0',
    },
    address: null,
    shade: -55,
  },
} as const satisfies Record<string, Persona>;

/** Everybody who has a simulated card. */
export const PEOPLE = { ...FIVE, ...CITIZENS, ...FOREIGNERS } as const satisfies Record<string, Persona>;

export type PersonaName = keyof typeof PEOPLE;
