import { expect, it } from 'vitest';
import type { ProcedureLine } from '../../main/core/procedure/schema.ts';
import { search } from './search.ts';

function line(id: string, title: string, summary: string, alsoCalled: string[]): ProcedureLine {
  return { id, theme: 'identite', lifeEvents: [], title, summary, alsoCalled };
}
const household = line('household', 'Obtenir une composition de ménage', 'Un papier qui dit qui habite avec vous.', [
  'papier de ménage',
]);
const pin = line('pin', 'J’ai oublié le code PIN', 'Un nouveau code pour votre carte d’identité.', ['carte bloquée']);
const lines = [household, pin];

it('finds without accents or capitals, from the start of a word', () => {
  expect(search(lines, 'MENAGE')).toEqual([household]);
  expect(search(lines, 'bloq')).toEqual([pin]);
  expect(search(lines, 'ité')).toEqual([]);
});

it('needs every word', () => {
  expect(search(lines, 'code pin')).toEqual([pin]);
  expect(search(lines, 'code menage')).toEqual([]);
});

it('shows a procedure of that name before one that only tells of it', () => {
  const card = line('card', 'Renouveler ma carte', 'Un nouveau document.', []);
  expect(search([pin, card], 'nouveau')).toEqual([pin, card]);
  expect(search([line('told', 'Autre chose', 'Pour votre carte.', []), card], 'carte').map((one) => one.id)).toEqual([
    'card',
    'told',
  ]);
});

it('shows everything before anything is typed', () => {
  expect(search(lines, '  ')).toEqual(lines);
});
