import { persona } from './persona.ts';

const BRUSSELS = ['Boulevard du Spécimen 20', '1000', 'Bruxelles'] as const;
const GHENT = ['Voorbeeldkaai 20', '9000', 'Gent'] as const;

/** Cards of foreigners: one of each family of document types, and each further tag of the identity file at least once. */
export const FOREIGNERS = {
  /** A (layout of 2021): limited stay, limited work for two employers, regional file. */
  amara: persona({
    card: ['B200000019', '02.01.2025', '02.01.2027', 'Bruxelles'],
    who: ['90010100155', 'Specimen', 'Amara', ''],
    born: ['Guinée', 'Conakry', '01 JAN  1990', 'F'],
    type: ['33'],
    more: { 22: '8', 23: '0123456789', 24: '0987654321', 25: 'BXL/2024/000000', 29: 'D' },
    address: BRUSSELS,
  }),
  /** B (layout of 2021): under protection, unlimited work. */
  bilal: persona({
    card: ['B200000028', '06.06.2023', '06.06.2028', 'Gent'],
    who: ['86000000299', 'Voorbeeld', 'Bilal', ''],
    born: ['Syrië', 'Homs', '1986', 'M'],
    type: ['34'],
    more: { 21: '12.05.2023-SY', 22: '7' },
    address: GHENT,
  }),
  /** A, B, E, E+, F and F+ as they were before 2021. */
  aziz: persona({
    applet: '1.7',
    card: ['B100000037', '01.03.2019', '01.03.2024', 'Gent'],
    who: ['77040500367', 'Voorbeeld', 'Aziz', ''],
    born: ['Marokko', 'Oujda', '05 APR  1977', 'M'],
    type: ['11'],
    address: GHENT,
  }),
  bella: persona({
    applet: '1.1',
    card: ['B10000004', '01.03.2011', '01.03.2016', 'Bruxelles'],
    who: ['74111200466', 'Specimen', 'Bella', 'R'],
    born: ['Cameroun', 'Douala', '12 NOV  1974', 'F'],
    type: ['12'],
    address: BRUSSELS,
  }),
  elena: persona({
    applet: '1.7',
    card: ['B100000055', '11.11.2019', '11.11.2024', 'Bruxelles'],
    who: ['81091900577', 'Specimen', 'Elena', ''],
    born: ['Roumanie', 'Cluj-Napoca', '19 SEPT 1981', 'F'],
    type: ['15'],
    address: BRUSSELS,
  }),
  emil: persona({
    applet: '1.7',
    card: ['B100000064', '11.11.2019', '11.11.2024', 'Eupen'],
    who: ['69070700633', 'Muster', 'Emil', ''],
    born: ['Österreich', 'Graz', '07.JUL.1969', 'M'],
    type: ['16'],
    address: ['Musterweg 6', '4700', 'Eupen'],
  }),
  fabio: persona({
    applet: 're-keyed',
    card: ['B100000073', '12.04.2020', '12.04.2027', 'Gent'],
    who: ['83021400744', 'Voorbeeld', 'Fabio', ''],
    born: ['Brazilië', 'Recife', '14 FEB  1983', 'M'],
    type: ['17'],
    address: GHENT,
  }),
  fern: persona({
    applet: '1.7',
    card: ['B100000082', '12.04.2020', '12.04.2025', 'Gent'],
    who: ['71051700855', 'Voorbeeld', 'Fern', ''],
    born: ['Canada', 'Halifax', '17 MEI  1971', 'V'],
    type: ['18'],
    address: GHENT,
  }),
  /** C: unlimited stay, permanent. */
  chiara: persona({
    card: ['B200000091', '09.09.2024', '09.09.2034', 'Liège'],
    who: ['85081800966', 'Specimen', 'Chiara Ines', 'L'],
    born: ['Suisse', 'Lugano', '18 AOUT 1985', 'F'],
    type: ['13'],
    more: { 28: 'C' },
    address: ['Rue du Spécimen 13', '4000', 'Liège'],
  }),
  dusan: persona({
    applet: '1.7',
    card: ['B100000109', '09.09.2019', '09.09.2024', 'Liège'],
    who: ['62120300133', 'Specimen', 'Dušan', ''],
    born: ['Serbie', 'Niš', '03 DEC  1962', 'M'],
    type: ['14'],
    address: ['Rue du Spécimen 14', '4000', 'Liège'],
  }),
  /** F (layout of 2021): member of the family of an EU citizen. */
  fatou: persona({
    card: ['B200000118', '15.01.2026', '15.01.2031', 'Bruxelles'],
    who: ['95112500244', 'Specimen', 'Fatou', ''],
    born: ['Sénégal', 'Thiès', '25 NOV  1995', 'F'],
    type: ['35'],
    more: { 20: '' },
    address: BRUSSELS,
  }),
  femi: persona({
    card: ['B200000127', '15.01.2026', '15.01.2036', 'Bruxelles'],
    who: ['89060200355', 'Specimen', 'Femi', ''],
    born: ['Nigeria', 'Ibadan', '02 JUIN 1989', 'M'],
    type: ['36'],
    more: { 20: '' },
    address: BRUSSELS,
  }),
  /** H: European blue card, not the first. */
  hana: persona({
    card: ['B200000136', '01.07.2026', '01.07.2028', 'Gent'],
    who: ['91103000466', 'Voorbeeld', 'Hana', ''],
    born: ['Japan', 'Ōsaka', '30 OKT  1991', 'V'],
    type: ['19'],
    more: { 19: '4' },
    address: GHENT,
  }),
  indira: persona({
    card: ['B200000145', '01.07.2026', '01.07.2028', 'Gent'],
    who: ['94040400577', 'Voorbeeld', 'Indira', ''],
    born: ['India', 'Pune', '04 APR  1994', 'V'],
    type: ['20'],
    address: GHENT,
  }),
  jun: persona({
    card: ['B200000154', '01.07.2026', '01.07.2028', 'Gent'],
    who: ['87120100688', 'Voorbeeld', 'Jun', ''],
    born: ['Zuid-Korea', 'Busan', '01 DEC  1987', 'M'],
    type: ['21'],
    more: { 19: '5', 30: 'J' },
    address: GHENT,
  }),
  kofi: persona({
    card: ['B200000163', '20.02.2025', '20.02.2035', 'Antwerpen'],
    who: ['80031200799', 'Voorbeeld', 'Kofi', ''],
    born: ['Ghana', 'Tamale', '12 MAAR 1980', 'M'],
    type: ['27'],
    more: { 30: 'K' },
    address: ['Voorbeeldstraat 27', '2000', 'Antwerpen'],
  }),
  leila: persona({
    card: ['B200000172', '20.02.2025', '20.02.2030', 'Antwerpen'],
    who: ['78010800811', 'Voorbeeld', 'Leïla', ''],
    born: ['Tunesië', 'Sfax', '08 JAN  1978', 'V'],
    type: ['28'],
    address: ['Voorbeeldstraat 28', '2000', 'Antwerpen'],
  }),
  /** M: stayed under the withdrawal agreement. */
  mary: persona({
    card: ['B200000181', '01.10.2021', '01.10.2026', 'Waterloo'],
    who: ['64022200922', 'Specimen', 'Mary Anne', 'E'],
    born: ['Royaume-Uni', 'Leeds', '22 FEV  1964', 'F'],
    type: ['22'],
    more: { 27: 'B' },
    address: ['Chaussée du Spécimen 22', '1410', 'Waterloo'],
  }),
  neil: persona({
    card: ['B200000199', '01.10.2021', '01.10.2031', 'Waterloo'],
    who: ['58061600133', 'Specimen', 'Neil', ''],
    born: ['Royaume-Uni', 'Perth', '16 JUIN 1958', 'M'],
    type: ['23'],
    address: ['Chaussée du Spécimen 23', '1410', 'Waterloo'],
  }),
  ewa: persona({
    card: ['B200000207', '03.03.2025', '03.03.2030', 'Bruxelles'],
    who: ['96090900244', 'Spęcimen', 'Ewa', ''],
    born: ['Pologne', 'Łódź', '09 SEPT 1996', 'F'],
    type: ['31'],
    more: { 31: '03.03.2025' },
    address: BRUSSELS,
  }),
  erik: persona({
    card: ['B200000216', '03.03.2025', '03.03.2035', 'Gent'],
    who: ['73012500355', 'Voorbeeld', 'Erik', ''],
    born: ['Zweden', 'Umeå', '25 JAN  1973', 'M'],
    type: ['32'],
    more: { 31: '25.01.2015' },
    address: GHENT,
  }),
  /** Of SHAPE's staff. */
  shane: persona({
    card: ['B200000225', '17.05.2024', '17.05.2027', 'Mons'],
    who: ['82030300466', 'Specimen', 'Shane', ''],
    born: ['États-Unis', 'Duluth', '03 MARS 1982', 'M'],
    type: ['33'],
    more: { 19: '1', 29: 'A' },
    address: ['Rue du Brouillon 1', '7010', 'Mons'],
  }),
  /** A foreigner under twelve: no certificate. */
  zoe: persona({
    card: ['B200000234', '01.06.2026', '01.06.2028', 'Bruxelles'],
    who: ['18122200577', 'Specimen', 'Zoë', ''],
    born: ['Portugal', 'Braga', '22 DEC  2018', 'F'],
    type: ['61'],
    address: BRUSSELS,
    certified: 'none',
  }),
} as const;
