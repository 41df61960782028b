import { expect, test } from '@playwright/test';
import { type Answer, NEVER_BEGUN, openTrial, PAGES_OWN, SITE, type Trial } from './pages/trial.ts';

// New pages, pages in pages, and pages that know each other.

let trial: Trial;
test.beforeAll(async () => {
  trial = await openTrial();
});
test.afterAll(async () => trial.close());

const EVIL = 'https://evil.example/';
const OURS = '/irisbox/tricks/page';

const OPENINGS: readonly [name: string, trick: string, query: Record<string, string>, answer: Answer][] = [
  ['a link to a new page', 'link', { to: EVIL, target: '_blank' }, 'other-site'],
  ['a link to a new page that knows nothing of the first', 'link', { to: EVIL, target: '_blank', rel: 'noopener' }, 'other-site'],
  ['a link to a page by name', 'link', { to: EVIL, target: 'elsewhere' }, 'other-site'],
  ['a new page opened by a script', 'open', { to: EVIL }, 'other-site'],
  ['a small window', 'open', { to: EVIL, features: 'popup,width=300,height=200' }, 'other-site'],
  ['a window without opener', 'open', { to: EVIL, features: 'noopener' }, 'other-site'],
  ['a new page of the counter', 'open', { to: 'app://console/console/index.html' }, 'other-program'],
  ['a new page with a file', 'open', { to: 'file:///etc/passwd' }, NEVER_BEGUN],
  ['a new page with a look-alike', 'open', { to: 'https://irisbox.irisnet.be.evil.example/' }, 'look-alike'],
  ['a new page by mail', 'open', { to: 'mailto:x@example.be' }, 'mail'],
  ['a new page of another part', 'open', { to: '/admin/secret' }, 'other-part'],
  ['a new page with the source', 'open', { to: `view-source:${SITE}/` }, NEVER_BEGUN],
  ['a new page of the browser', 'open', { to: 'chrome://gpu/' }, NEVER_BEGUN],
];
for (const [name, trick, query, answer] of OPENINGS) {
  test(`${name} leads nowhere else`, async () => {
    const page = await trial.on(trick, query);
    await trial.touch(page);
    await trial.ends(answer);
    await trial.pane.sees({ stacked: 0 });
  });
}

const MODIFIERS: readonly [key: 'Control' | 'Shift' | 'Alt' | 'Meta', answer: Answer][] = [
  ['Control', 'other-site'],
  ['Shift', 'other-site'],
  ['Meta', 'other-site'],
  ['Alt', { silent: 'elsewhere it would save the link: there is no such thing here, and nothing begins' }],
];
for (const [modifier, answer] of MODIFIERS) {
  test(`a link touched with ${modifier} leads nowhere else`, async () => {
    const page = await trial.on('link', { to: EVIL });
    await page.keyboard.down(modifier);
    await trial.touch(page);
    await page.keyboard.up(modifier);
    await trial.ends(answer);
  });
}

test('the middle key of a mouse leads nowhere else', async () => {
  const page = await trial.on('link', { to: EVIL });
  await page.locator('#go').click({ button: 'middle' });
  await trial.ends('other-site');
});

test('a page of the site opens above, in the same pane, and is closed by our button', async () => {
  const page = await trial.on('link', { to: OURS, target: '_blank' });
  await trial.touch(page);
  await trial.pane.sees({ stacked: 1, refused: null });
  await trial.contained();
  await trial.pane.go('close');
  await trial.pane.sees({ stacked: 0 });
});

test('a chain of pages ends after the fifth', async () => {
  await trial.on('chain', { n: '12', to: EVIL });
  await trial.ends('too-many-pages');
  await trial.pane.sees({ stacked: 5 });
});

test('a storm of pages ends the same way, and the pane can be left', async () => {
  await trial.on('window-storm');
  await trial.answered('too-many-pages');
  await trial.pane.go('leave');
  await expect.poll(() => trial.pane.read()).toMatchObject({ phase: 'closed' });
});

test('an opener cannot send the page it opened elsewhere', async () => {
  const page = await trial.on('opener-away', { to: EVIL });
  await trial.touch(page);
  await trial.ends('other-site');
});

test('a page that was opened cannot send its opener elsewhere', async () => {
  const page = await trial.on('open', { to: '/irisbox/tricks/opener' });
  await trial.touch(page);
  await trial.ends('other-site');
});

test('an empty page that its opener writes into stays of its making, and leads nowhere', async () => {
  const page = await trial.on('page');
  await page.evaluate((to) => {
    document.body.innerHTML = '<a id="go">x</a>';
    document.body.onclick = () => {
      const opened = window.open('about:blank');
      opened?.document.write(`<a href="${to}" id="x">x</a><script>location.href=${JSON.stringify(to)}</script>`);
    };
  }, EVIL);
  await trial.touch(page);
  await trial.ends('other-site');
});

for (const trick of ['blob-page', 'blob-open']) {
  test(`a page made of a blob is not shown (${trick})`, async () => {
    const page = await trial.on(trick);
    await trial.touch(page);
    await trial.ends('other-program');
  });
}

test('a page that closes itself leaves a way back', async () => {
  const page = await trial.on('page');
  await page.evaluate(() => window.close()).catch(() => {});
  await trial.ends('crashed');
  expect(await trial.pane.read()).toMatchObject({ phase: 'open' });
});

test('a page cannot move or shrink our window', async () => {
  const bounds = () =>
    trial.counter.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getBounds()));
  const before = await bounds();
  const page = await trial.on('resize');
  await trial.touch(page);
  await expect(page.locator('#said')).toHaveText('after');
  expect(await bounds()).toEqual(before);
  await trial.ends({ silent: 'Chromium moves no view: nothing happens, and nobody asked for it' });
});

const FRAMES: readonly [name: string, trick: string, query: Record<string, string>][] = [
  ['another site', 'frame', { to: EVIL }],
  [
    'another site, in a sandbox that lets it out',
    'frame',
    { to: EVIL, sandbox: 'allow-scripts allow-top-navigation allow-popups' },
  ],
  ['a file', 'frame', { to: 'file:///etc/passwd' }],
  ['the counter', 'frame', { to: 'app://console/console/index.html' }],
  ['a page made of text', 'frame', { to: 'data:text/html,<h1 id=escaped>x' }],
  ['another part', 'frame', { to: '/admin/secret' }],
  ['a site behind a redirect', 'frame', { to: `/irisbox/tricks/redirect?to=${EVIL}` }],
  ['objects and embeds', 'objects', {}],
  ['a webview', 'webview', {}],
];
test.describe('what a page shows in itself', () => {
  // What comes within two seconds of a touch is answered as if it came of it.
  test.beforeAll(() => new Promise((resolve) => setTimeout(resolve, 2_100)));
  for (const [name, trick, query] of FRAMES) {
    test(`a frame does not show ${name}`, async () => {
      await trial.on(trick, query);
      await trial.ends(PAGES_OWN);
    });
  }

  for (const trick of ['log-in-frame', 'log-in-image', 'log-in-storm']) {
    test(`the certificate of the card is not asked for behind the citizen's back (${trick})`, async () => {
      await trial.on(trick);
      await trial.ends(PAGES_OWN);
      expect(trial.counter.app.electron.windows().some((page) => page.url().startsWith('app://pin/'))).toBe(false);
      expect(trial.counter.portal.record.certificates()).toEqual([]);
    });
  }
});

test('a frame that a finger sends to another site says so', async () => {
  const page = await trial.on('frame', { to: OURS });
  await page.evaluate((to) => {
    const [frame, link] = [document.querySelector('iframe'), document.createElement('a')];
    if (frame?.contentWindow) frame.contentWindow.name = 'inside';
    Object.assign(link, { id: 'go', target: 'inside', href: to, textContent: 'x' });
    document.body.append(link);
  }, EVIL);
  await trial.touch(page);
  await trial.ends('other-site');
});

for (const trick of ['frame-top', 'srcdoc']) {
  test(`a frame cannot lead the page elsewhere (${trick})`, async () => {
    const page = await trial.on(trick, { to: EVIL });
    await page
      .locator('#frame')
      .click({ noWaitAfter: true, force: true })
      .catch(() => {});
    await trial.ends('other-site');
    expect(page.url()).toContain('/irisbox/tricks/');
  });
}

test('a frame of the site itself is shown', async () => {
  const page = await trial.on('frame', { to: OURS });
  const shown = () =>
    page.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector('#trick')?.textContent);
  await expect.poll(shown).toBe('page');
  await trial.quiet();
});

test('a page has nothing of Node, nothing of ours', async () => {
  const page = await trial.on('node');
  await expect(page.locator('#said')).toHaveText('undefined,undefined,undefined,undefined');
});
