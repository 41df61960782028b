import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');

/** The colours of one block of tokens.css, by name. */
function colours(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name, hex]) => [name, hex]));
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Text on ground: every pair that a screen uses. */
const TEXT = [
  ...['paper', 'card', 'wash', 'sun-wash'].flatMap((ground) => ['ink', 'ink-2'].map((text) => [text, ground] as const)),
  ['deep-ink', 'deep'],
  ['deep-ink', 'deep-2'],
  ['deep', 'paper'],
  ['deep', 'card'],
  ['deep', 'wash'],
  ['sun-ink', 'sun'],
  ['sun-ink', 'sun-2'],
  ['stop', 'paper'],
  ['stop', 'card'],
  ['stop', 'stop-wash'],
  ['paper', 'stop'],
  ['paper', 'ink'],
  ['ok', 'ok-wash'],
] as const;
/** Edges of what can be touched, and the focus ring between its lines of ink (WCAG 1.4.11, 2.4.13). */
const EDGES = [
  ['edge', 'paper'],
  ['edge', 'card'],
  ['edge', 'wash'],
  ['ink', 'paper'],
  ['ink', 'sun-2'],
] as const;

const themes = { light: colours(':root'), dark: { ...colours(':root'), ...colours('[data-theme="dark"]') } };

describe.each(Object.entries(themes))('in the %s theme', (theme, of) => {
  const at = (name: string) => of[name] ?? '';
  test.each(TEXT)('%s on %s can be read by nearly everybody (7:1)', (text, ground) => {
    expect(contrast(at(text), at(ground))).toBeGreaterThanOrEqual(7);
  });
  test.each(EDGES.filter(([a, b]) => theme === 'light' || !(a === 'ink' && b === 'sun-2')))(
    '%s can be seen on %s (3:1)',
    (edge, ground) => {
      expect(contrast(at(edge), at(ground))).toBeGreaterThanOrEqual(3);
    },
  );
});
