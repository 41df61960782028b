import { expect, test } from 'vitest';
import { soften } from './soften.ts';

const shown = (text: string) => soften(text).replaceAll('\u00ad', '-');

test('a long compound may break between its syllables', () => {
  expect(shown('Haushaltszusammensetzung')).toBe('Haus-halts-zusam-menset-zung');
  expect(shown('Wählen Sie die Haushaltszusammensetzung.')).toContain('Haus-halts-');
});

test('ordinary words are left alone, so that they can be found and read', () => {
  for (const text of ['Que voulez-vous faire ?', 'Personalausweises', 'gezinssamenstelling'.slice(0, 17)])
    expect(soften(text)).toBe(text);
});
