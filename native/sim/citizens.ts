import { persona } from './persona.ts';

/** Over 300 bytes, more than any card allows, so that its length is written in two bytes. */
const LONG = 'Ééééé-'.repeat(28);

/** Belgians with cards of every age, and what is rare on a card. */
export const CITIZENS = {
  /** First generation, ended long ago. */
  oscar: persona({
    applet: '1.0',
    card: ['590000000199', '10.02.2004', '10.02.2009', 'Liège'],
    who: ['48051200755', 'Exemple', 'Oscar', ''],
    born: ['Belge', 'Verviers', '12 MAI  1948', 'M'],
    type: ['1'],
    address: ['Quai de l’Essai 1', '4000', 'Liège'],
  }),
  /** RSA 1024 and SHA-1 in a card of applet 1.1. */
  paula: persona({
    applet: '1.1',
    card: ['590000000288', '03.03.2010', '03.03.2015', 'Antwerpen'],
    who: ['55100100228', 'Voorbeeld-Test', 'Paula Maria', 'C'],
    born: ['Belg', 'Mechelen', '   OKT  1955', 'V'],
    type: ['1'],
    address: ['Testlaan 2', '2000', 'Antwerpen'],
  }),
  /** Applet 1.7 with RSA keys; the register signed it anew with an elliptic key. */
  rik: persona({
    applet: 're-keyed',
    card: ['592000000377', '11.05.2019', '11.05.2029', 'Gent'],
    who: ['72081500355', 'Voorbeeld', 'Rik', ''],
    born: ['Belg', 'Aalst', '15 AUG  1972', 'M'],
    type: ['1'],
    address: ['Proefplein 9', '9000', 'Gent'],
  }),
  /** Noble, blind (white cane) with extended minority; day and month with mixed separators. */
  aldegonde: persona({
    card: ['600000000466', '01.02.2023', '01.02.2033', 'Ixelles - Elsene'],
    who: ['79080700477', 'd’Essai de Modèle', 'Aldegonde Marie', 'T'],
    born: ['Belge', 'Uccle', '07.AOUT 1979', 'F'],
    type: ['1', '3', 'Comtesse'],
    address: ['Avenue du Brouillon 100 bte 12', '1050', 'Ixelles'],
  }),
  /** White cane, German words, a name without given names. */
  ute: persona({
    card: ['600000000555', '30.09.2022', '30.09.2032', 'Sankt Vith'],
    who: ['66120900666', 'Muster', '', ''],
    born: ['Deutsch', 'Malmedy', '09.DEZ.1966', 'W'],
    type: ['1', '1'],
    address: ['Probestraße 4', '4780', 'Sankt Vith'],
  }),
  /** Yellow cane, a duplicate, no photo on the card. */
  bram: persona({
    card: ['600000000644', '05.05.2025', '05.05.2035', 'Hasselt'],
    who: ['88022900711', 'Voorbeeld', 'Bram', ''],
    born: ['Belg', 'Tongeren', '29 FEB  1988', 'M'],
    type: ['1', '4'],
    more: { 18: '01' },
    address: ['Kladstraat 5', '3500', 'Hasselt'],
    photo: 'none',
  }),
  /** A name of over 300 bytes, a tag that nobody knows, and an address whose three fields are empty. */
  longue: persona({
    card: ['600000000733', '12.12.2024', '12.12.2034', 'Mons'],
    who: ['93061100822', LONG, 'Ève-Loïse Çelebi', 'Ž'],
    born: ['Belge', 'Mons', '11 JUIN 1993', 'F'],
    type: ['1'],
    more: { 42: 'from a later version' },
    address: ['', '', ''],
  }),
  /** Fourteen: may log in, may not sign. */
  tom: persona({
    card: ['600000000822', '14.07.2024', '14.07.2029', 'Brugge'],
    who: ['12070400911', 'Test', 'Tom', ''],
    born: ['Belg', 'Oostende', '04 JUL  2012', 'M'],
    type: ['1'],
    address: ['Schetspad 3', '8000', 'Brugge'],
    certified: 'login',
  }),
  /** A child's card of applet 1.7. */
  mila: persona({
    applet: '1.7',
    card: ['610000000911', '20.08.2019', '20.08.2021', 'Leuven'],
    who: ['11030900155', 'Proef', 'Mila', ''],
    born: ['Belg', 'Leuven', '09 MAAR 2011', 'V'],
    type: ['06'],
    address: ['Kladlaan 11', '3000', 'Leuven'],
    certified: 'none',
  }),
} as const;
