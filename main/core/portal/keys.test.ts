import { expect, test } from 'vitest';
import { portalKey } from './keys.ts';

const plain = { control: false, meta: false, alt: false };

test.each(['a', 'É', '7', ' ', '€', 'Tab', 'Enter', 'Backspace', 'Escape', 'ArrowDown', 'PageUp', 'Shift', 'Dead'])(
  '%s is typed',
  (key) => {
    expect(portalKey({ key, ...plain })).toBe(true);
  },
);

test.each(['a', 'c', 'V', 'x', 'z', 'ArrowLeft', 'Home', 'Backspace'])('Ctrl and %s edit', (key) => {
  expect(portalKey({ key, ...plain, control: true })).toBe(true);
});

test.each(['@', '€', '#', '{', 'AltGraph'])('AltGr types %s, as Alt and as Ctrl+Alt', (key) => {
  expect(portalKey({ key, ...plain, alt: true })).toBe(true);
  expect(portalKey({ key, ...plain, alt: true, control: true })).toBe(true);
});

test.each([
  'n',
  't',
  'w',
  'o',
  'p',
  's',
  'u',
  'f',
  'r',
  'l',
  'h',
  'j',
  'd',
  'i',
  'N',
  'T',
  '+',
  '-',
  '0',
  '=',
  'Tab',
  'F4',
  'PageUp',
])('Ctrl and %s do nothing', (key) => {
  expect(portalKey({ key, ...plain, control: true })).toBe(false);
});

test.each([
  ...Array.from({ length: 24 }, (_, at) => `F${at + 1}`),
  'BrowserBack',
  'BrowserForward',
  'BrowserRefresh',
  'BrowserHome',
  'BrowserSearch',
  'LaunchMail',
  'LaunchApplication1',
  'MediaPlayPause',
  'AudioVolumeUp',
  'ContextMenu',
  'PrintScreen',
  'ZoomIn',
  'Print',
  'Help',
  'Power',
])('%s does nothing', (key) => {
  expect(portalKey({ key, ...plain })).toBe(false);
});

test('nothing passes with the key of the system, and no arrow with Alt: it would go back', () => {
  expect(portalKey({ key: 'a', ...plain, meta: true })).toBe(false);
  for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'F4', 'Tab', 'Enter'])
    expect(portalKey({ key, ...plain, alt: true })).toBe(false);
});
