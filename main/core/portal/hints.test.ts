import { expect, test } from 'vitest';
import { probesOf, type Seen, showOf, stepAt } from './hints.ts';
import type { Hint } from './place.ts';

const HOST = 'irisbox.irisnet.be';
const hints: Hint[] = [
  { step: 1, at: { host: HOST, path: '/home' } },
  { step: 2, at: { login: true } },
  { step: 3, at: { host: HOST, path: '/form', selector: '#persons' }, show: { selector: '#confirm' } },
  { step: 4, at: { host: HOST, path: '/form', text: 'Votre document' }, show: { text: 'Télécharger' } },
  { step: 5, at: { host: HOST, path: '/form' } },
  { step: 6, at: { host: HOST, path: '/form/end' } },
];
const page = (over: Partial<Seen>): Seen => ({
  host: HOST,
  path: '/',
  login: false,
  matches: () => false,
  hasText: () => false,
  ...over,
});

test.each<[string, Partial<Seen>, number | null]>([
  ['by its path', { path: '/home' }, 1],
  ['by a path below it', { path: '/home/more' }, 1],
  ['not by a path that only begins alike', { path: '/homework' }, null],
  ['not on another host', { host: 'www.example.be', path: '/home' }, null],
  ['by being where one logs in', { host: 'idp.iamfas.belgium.be', path: '/x', login: true }, 2],
  ['by what is on the page', { path: '/form', matches: (one) => one === '#persons' }, 3],
  ['by its text', { path: '/form', hasText: (one) => one === 'Votre document' }, 4],
  ['by the path alone when the page has nothing that says more', { path: '/form' }, 5],
  ['by the longer path', { path: '/form/end' }, 6],
  ['not at all where nobody wrote a hint', { path: '/news' }, null],
])('the step is known %s', (_how, seen, step) => {
  expect(stepAt(hints, page(seen))).toBe(step);
});

test('two hints that say as much: the first one decides', () => {
  const twice: Hint[] = [
    { step: 7, at: { selector: 'a' } },
    { step: 8, at: { selector: 'b' } },
  ];
  expect(stepAt(twice, page({ matches: () => true }))).toBe(7);
});

test('a hint that names nothing matches nothing', () => {
  expect(stepAt([{ step: 1, at: {} }], page({}))).toBeNull();
});

test('a path that climbs is at no step', () => {
  expect(stepAt(hints, page({ path: '/home/%2e%2e/admin' }))).toBeNull();
});

test('a page is asked only for what can decide there', () => {
  expect(probesOf(hints, { host: HOST, path: '/form', login: false })).toEqual({
    selectors: ['#persons'],
    texts: ['Votre document'],
  });
  expect(probesOf(hints, { host: HOST, path: '/home', login: false })).toEqual({ selectors: [], texts: [] });
});

test('"show me where" looks for what the hints say, then for the words of the button', () => {
  const here = { host: HOST, path: '/form', login: false };
  expect(showOf(hints, 3, 'Confirmer', here)).toEqual({ selectors: ['#confirm'], texts: ['Confirmer'] });
  expect(showOf(hints, 4, undefined, here)).toEqual({ selectors: [], texts: ['Télécharger'] });
  expect(showOf(hints, 9, undefined, here)).toEqual({ selectors: [], texts: [] });
});

test('of several hints of one step, those of this page come first', () => {
  const two: Hint[] = [
    { step: 1, at: { host: 'a.be' }, show: { selector: '#there' } },
    { step: 1, at: { host: HOST }, show: { selector: '#here' } },
  ];
  expect(showOf(two, 1, undefined, { host: HOST, path: '/', login: false }).selectors).toEqual(['#here', '#there']);
});
