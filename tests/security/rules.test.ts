import { describe, expect, it } from 'vitest';
import { CSP, fileOf, isOwnPage, keyAllowed, paperOf, requestAllowed } from '../../main/shell/rules.ts';

const OWN = 'app://kiosk/kiosk/index.html';

describe('a page of ours can be left by no way', () => {
  it.each([
    ['https://example.be/'],
    ['http://localhost/'],
    ['file:///etc/passwd'],
    ['javascript:alert(1)'],
    ['data:text/html,hello'],
    ['about:blank'],
    ['mailto:somebody@example.be'],
    ['app://console/console/index.html'],
    ['app://kiosk.example.be/kiosk/index.html'],
    ['app://kiosk@example.be/kiosk/index.html'],
    ['app://user@kiosk/kiosk/index.html'],
    ['app://kiosk:80/kiosk/index.html'],
    ['app://kiosk/console/index.html'],
    ['https://example.be/?next=app://kiosk/kiosk/index.html'],
    ['APP://console/kiosk/index.html'],
    [''],
  ])('%s', (url) => expect(isOwnPage(url, OWN)).toBe(false));

  it('and may be loaded again', () => expect(isOwnPage(`${OWN}#step`, OWN)).toBe(true));
});

describe('the protocol serves only what a window owns', () => {
  const root = '/srv/screens';
  it.each([
    ['app://kiosk/../../etc/passwd'],
    ['app://kiosk/%2e%2e/%2e%2e/etc/passwd'],
    ['app://kiosk/kiosk/..%2f..%2fsettings.json'],
    ['app://kiosk/kiosk/..%5c..%5csettings.json'],
    ['app://kiosk/kiosk/%00.html'],
    ['app://kiosk/console/index.html'],
    ['app://kiosk/kiosky/index.html'],
    ['app://stranger/kiosk/index.html'],
    ['https://kiosk/kiosk/index.html'],
    ['app://kiosk/kiosk/secret.key'],
    ['app://kiosk/kiosk/'],
    ['app://kiosk/%E0%A4%A/index.html'],
    ['not a url'],
  ])('not %s', (url) => expect(fileOf(url, root)).toBeNull());

  it('but its page and the shared assets', () => {
    expect(fileOf('app://kiosk/kiosk/index.html', root)).toBe('/srv/screens/kiosk/index.html');
    expect(fileOf('app://console/assets/x.js', root)).toBe('/srv/screens/assets/x.js');
  });
});

describe('a document of the visit is found by its id, and by nothing else', () => {
  const id = '0123456789abcdef0123456789abcdef';
  it.each([
    [`app://console/papers/${id}`],
    [`app://kiosk/papers/${id}/`],
    [`app://kiosk/papers/${id}?x`],
    [`app://kiosk/papers/${id.toUpperCase()}`],
    [`app://kiosk/papers/../papers/${id}`],
    [`app://kiosk/papers/${id.slice(1)}`],
    [`https://kiosk/papers/${id}`],
    ['app://kiosk/papers/'],
    [''],
  ])('not %s', (url) => expect(paperOf(url)).toBeNull());
  it('its own', () => expect(paperOf(`app://kiosk/papers/${id}`)).toBe(id));
});

describe('a page of ours asks nobody outside', () => {
  it.each([
    ['https://fonts.example/'],
    ['http://127.0.0.1/'],
    ['ws://127.0.0.1/'],
    ['file:///tmp/x'],
    ['ftp://x/'],
    ['nonsense'],
  ])('%s', (url) => expect(requestAllowed(url)).toBe(false));
  it('only itself', () => expect(requestAllowed(OWN)).toBe(true));
});

describe('the content security policy', () => {
  it('starts from nothing and allows no inline script, eval, frame or foreign host', () => {
    expect(CSP).toContain("default-src 'none'");
    expect(CSP).not.toMatch(/unsafe|https?:|\*|wss?:/);
  });
});

describe('a key that would leave the page never reaches it', () => {
  const key = (name: string, held: object = {}) => ({ key: name, control: false, meta: false, alt: false, ...held });
  it.each([
    [key('F5')],
    [key('F11')],
    [key('F12')],
    [key('r', { control: true })],
    [key('R', { control: true })],
    [key('w', { control: true })],
    [key('p', { control: true })],
    [key('+', { control: true })],
    [key('Tab', { control: true })],
    [key('F4', { alt: true })],
    [key('ArrowLeft', { alt: true })],
    [key('l', { meta: true })],
    [key('BrowserBack')],
  ])('%o', (input) => expect(keyAllowed(input)).toBe(false));

  it.each([
    [key('a')],
    [key('Tab')],
    [key('Enter')],
    [key('Escape')],
    [key('c', { control: true })],
    [key('@', { control: true, alt: true })],
  ])('but %o does', (input) => expect(keyAllowed(input)).toBe(true));
});
