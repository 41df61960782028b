import { expect, test } from '@playwright/test';
import { type App, openApp } from './app.ts';

// The twenty points of Electron's security tutorial that a running app can show; SECURITY.md is the table.

let app: App;
test.beforeAll(async () => {
  app = await openApp({ settings: { seats: ['kiosk', 'console', 'phone'] } });
  for (const name of ['kiosk', 'console', 'phone'] as const) await app.window(name);
});
test.afterAll(async () => app.close());

test('every window is sandboxed, isolated, without Node and with web security (points 2, 3, 4, 6)', async () => {
  const prefs = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      // getLastWebPreferences is missing from the types, not from Electron.
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const {
        sandbox,
        contextIsolation,
        nodeIntegration,
        webSecurity,
        webviewTag,
        allowRunningInsecureContent,
        experimentalFeatures,
        enableBlinkFeatures,
      } = contents.getLastWebPreferences();
      return {
        sandbox,
        contextIsolation,
        nodeIntegration,
        webSecurity,
        webviewTag,
        allowRunningInsecureContent,
        experimentalFeatures,
        enableBlinkFeatures,
      };
    }),
  );
  expect(prefs.length).toBeGreaterThanOrEqual(3);
  for (const pref of prefs) {
    expect(pref).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(pref.allowRunningInsecureContent).toBe(false);
    expect(pref.experimentalFeatures ?? false).toBe(false);
    expect(pref.enableBlinkFeatures ?? '').toBe('');
  }
});

test('a page has no Node, no Electron and one frozen object (points 2, 20)', async () => {
  const page = await app.window('kiosk');
  const seen = await page.evaluate(() => ({
    process: typeof (globalThis as { process?: unknown }).process,
    require: typeof (globalThis as { require?: unknown }).require,
    keys: Object.keys(window.comptoir).sort(),
    frozen: Object.isFrozen(window.comptoir),
  }));
  expect(seen).toEqual({ process: 'undefined', require: 'undefined', keys: ['on', 'request'], frozen: true });
});

test('every session lives in memory', async () => {
  const persistent = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.session.isPersistent()),
  );
  expect(persistent.every((is) => is === false)).toBe(true);
});

test('the content security policy is sent as a header and eval fails (point 7)', async () => {
  const page = await app.window('kiosk');
  const policy = await page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'");
  // The evaluation must happen in a script of the page: Playwright's own evaluate is not bound by the policy.
  const blocked = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true });
        const script = document.createElement('script');
        try {
          script.textContent = 'globalThis.broken = true';
          document.head.append(script);
        } catch {
          resolve('require-trusted-types-for');
        }
        setTimeout(() => resolve('nothing'), 1000);
      }),
  );
  expect(blocked).toMatch(/script-src|require-trusted-types-for/);
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
});

test('every permission is refused (point 5)', async () => {
  const page = await app.window('kiosk');
  const answers = await page.evaluate(async () => {
    const media = await navigator.mediaDevices?.getUserMedia({ audio: true, video: true }).then(
      () => 'granted',
      () => 'refused',
    );
    const notification = await Notification.requestPermission();
    const place = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('refused'),
      ),
    );
    const clipboard = await navigator.clipboard.readText().then(
      () => 'granted',
      () => 'refused',
    );
    return { media: media ?? 'refused', notification, place, clipboard };
  });
  expect(answers).toEqual({ media: 'refused', notification: 'denied', place: 'refused', clipboard: 'refused' });
});

for (const [way, leave] of Object.entries({
  'a link': `const a = document.createElement('a'); a.href = 'https://example.be/'; document.body.append(a); a.click();`,
  'a link in a new window': `const a = document.createElement('a'); a.href = 'https://example.be/'; a.target = '_blank'; document.body.append(a); a.click();`,
  location: `location.href = 'https://example.be/';`,
  'location to a file': `location.href = 'file:///etc/passwd';`,
  'location to another seat': `location.href = 'app://console/console/index.html';`,
  'window.open': `window.open('https://example.be/');`,
  'a form': `const f = document.createElement('form'); f.action = 'https://example.be/'; document.body.append(f); f.submit();`,
  'a frame': `const f = document.createElement('iframe'); f.src = 'https://example.be/'; document.body.append(f);`,
  mailto: `location.href = 'mailto:somebody@example.be';`,
  'a download': `const a = document.createElement('a'); a.href = 'data:text/plain,x'; a.download = 'x.txt'; document.body.append(a); a.click();`,
})) {
  test(`the kiosk cannot be left by ${way} (points 13, 14)`, async () => {
    const page = await app.window('kiosk');
    const before = app.electron.windows().length;
    await page.evaluate(leave).catch(() => {});
    await page.waitForTimeout(250);
    expect(app.electron.windows()).toHaveLength(before);
    expect(page.url()).toBe('app://kiosk/kiosk/index.html');
    const frames = page.frames().filter((frame) => frame.url().startsWith('https:'));
    for (const frame of frames) expect(await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '')).toBe('');
  });
}

test('a page of one seat is not answered as another (point 17)', async () => {
  const kiosk = await app.window('kiosk');
  const answer = await kiosk.evaluate(() => window.comptoir.request('journal.day', { day: '2026-01-01' }));
  expect(answer).toEqual({ ok: false, code: 'not-for-this-seat' });
});

test('nothing but our own scheme can be loaded (points 1, 18)', async () => {
  const page = await app.window('kiosk');
  for (const url of [
    'https://example.be/x',
    'http://127.0.0.1:9/x',
    'file:///etc/passwd',
    'app://console/console/index.html',
    'app://kiosk/../settings.json',
  ]) {
    const got = await page.evaluate(
      (u) =>
        fetch(u).then(
          (r) => r.status,
          () => 'refused',
        ),
      url,
    );
    expect(['refused', 404]).toContain(got);
  }
});
