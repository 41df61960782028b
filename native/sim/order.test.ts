import { expect, test } from 'vitest';
import { readOrder } from './order.ts';

const order = (text: string) => readOrder(text.split(' ').filter(Boolean));

test('nothing said is Nadia, her own card, and Comptoir', () => {
  expect(order('')).toEqual({
    person: 'nadia',
    options: {},
    faults: {},
    out: false,
    busy: false,
    portal: false,
    list: false,
    command: [],
  });
});

test('every switch is carried over', () => {
  const words =
    '--person joris --applet 1.7 --flaw tampered-identity --pin 99999 --tries 1 --inactive 6d00 --byte-time --remove-at 7 ' +
    '--mute-at 8 --wrong-word 3:6982 --torn 4:half --most 248 --early-end 5 --out --busy --portal -- opensc-tool --name';
  expect(order(words)).toEqual({
    person: 'joris',
    flaw: 'tampered-identity',
    options: { applet: '1.7', pin: '99999', tries: 1, inactive: '6d00' },
    faults: {
      ...{ baud: 43_011, exchange: true, removeAt: 7, muteAt: 8, most: 248, earlyEnd: 5 },
      ...{ wrongWord: { at: 3, word: '6982' }, torn: { at: 4, bytes: 'half' } },
    },
    out: true,
    busy: true,
    portal: true,
    list: false,
    command: ['opensc-tool', '--name'],
  });
  expect(order('--byte-time --latency 0 --person joris').faults).toEqual({ baud: 250_000, exchange: true, latency: 0 });
});

test.each([
  '--person santa',
  '--applet 2.0',
  '--flaw none',
  '--pin 12',
  '--tries 4',
  '--inactive 9000',
  '--latency fast',
  '--wrong-word 69',
  '--torn 3:2',
  '--unknown',
  'word',
])('%s is refused by name', (words) => {
  expect(() => order(words)).toThrow(words.split(' ')[0]);
});
