import { expect, test } from '@playwright/test';
import { type Answer, openTrial, SITE, type Trial } from './pages/trial.ts';

// A page that will not let go, will not come, or comes back.

let trial: Trial;
test.beforeAll(async () => {
  trial = await openTrial();
});
test.afterAll(async () => trial.close());

/** Whatever the page does, these two always work: to the first page of the site, and out. */
async function canLeave(): Promise<void> {
  // A page that goes elsewhere all the time may swallow one press of the button.
  await expect(async () => {
    await trial.pane.go('home');
    await expect.poll(() => trial.pane.pages().at(-1)?.url(), { timeout: 1_000 }).toBe(`${SITE}/irisbox/home`);
  }).toPass();
  await trial.contained();
  await trial.pane.go('leave');
  await expect.poll(() => trial.pane.read()).toMatchObject({ phase: 'closed' });
  await expect.poll(() => trial.pane.pages().length).toBe(0);
}

for (const trick of ['alert', 'confirm', 'prompt']) {
  test(`a question of the page does not hold the citizen (${trick})`, async () => {
    const page = await trial.on(trick);
    await trial.touch(page);
    await trial.ends({ silent: 'what the page says stands on a screen of ours: nothing is refused' });
    await canLeave();
  });
}

const FREE = { silent: 'nothing is refused: the way out is our own bar, which the page cannot reach' };
const TRAPS: readonly [name: string, trick: string, touch: boolean, answer: Answer][] = [
  ['that asks again and again', 'alert-storm', false, FREE],
  ['that asks not to be left', 'beforeunload', true, FREE],
  ['that goes elsewhere when it is left', 'unload', true, FREE],
  ['that fills the way back', 'history', true, FREE],
  ['that turns whoever goes back', 'back-trap', true, FREE],
  ['that never stops going elsewhere', 'storm', false, 'other-site'],
  ['that never stops loading itself', 'never', false, FREE],
  ['that covers all of itself with a link', 'clickjack', true, 'other-site'],
  ['that writes itself anew', 'document-write', true, FREE],
  ['of sixty thousand lines', 'huge', false, FREE],
];
for (const [name, trick, touch, answer] of TRAPS) {
  test(`a page ${name} can be left`, async () => {
    const page = await trial.on(trick);
    if (touch) await trial.touch(page, trick === 'back-trap' ? '#trick' : '#go');
    await trial.ends(answer);
    await canLeave();
  });
}

test('a page that never comes is said to be on its way, and can be left', async () => {
  await trial.on('slow');
  await trial.pane.sees({ loading: true, refused: null, trouble: null });
  await canLeave();
});

test('a page that computes for ever can be left', async () => {
  const page = await trial.on('page');
  void page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {});
  await trial.counter.app.window('kiosk');
  await trial.pane.go('leave');
  await expect.poll(() => trial.pane.read()).toMatchObject({ phase: 'closed' });
});

test('back goes one page back, and never to what was refused', async () => {
  const page = await trial.on('link', { to: 'https://evil.example/' });
  await trial.touch(page);
  await trial.answered('other-site');
  await trial.pane.go('back');
  await trial.ends({ silent: 'what was refused has been read' });
});

test('a name and a password in a window of the browser are not asked for', async () => {
  await trial.on('basic');
  await trial.ends('not-here');
  expect(trial.counter.portal.record.requests.filter(({ path }) => path.endsWith('/basic'))).toHaveLength(1);
});

test('a worker of the site cannot send the page elsewhere', async () => {
  const page = await trial.on('worker');
  await expect(page.locator('#said')).toHaveText('ready');
  const { page: away } = { page: await trial.on('worker-navigates') };
  await trial.touch(away);
  await trial.ends('other-site');
});

test('a worker of the site does not outlive the portal', async () => {
  const page = await trial.on('worker');
  await expect(page.locator('#said')).toHaveText('ready');
  await trial.pane.go('leave');
  await expect.poll(() => trial.pane.pages().length).toBe(0);
  const next = await trial.on('from-worker');
  await expect(next.locator('#worker')).toHaveCount(0);
});

test('what a site keeps is not there when the portal is opened again, nor is a page that was left', async () => {
  const planted = await trial.on('plant', { mark: 'MARK-OF-ONE' });
  await expect(planted.locator('#done')).toBeVisible();
  await trial.pane.go('leave');
  await expect.poll(() => trial.pane.pages().length).toBe(0);
  trial.counter.portal.record.clear();
  const page = await trial.on('page');
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    back: history.length,
  }));
  expect(kept).toMatchObject({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  expect(JSON.stringify([kept, trial.counter.portal.record.requests])).not.toContain('MARK-OF-ONE');
});

test('sound and its keys lead nowhere', async () => {
  const page = await trial.on('media');
  await page.keyboard.press('MediaPlayPause');
  await trial.ends({ silent: 'a key that does nothing needs no words' });
});

for (const [how, status] of [
  ['that is out of order', 503],
  ['that breaks', 500],
] as const) {
  test(`a site ${how} is a screen of ours`, async () => {
    trial.counter.portal.behave({ trouble: status });
    await trial.pane.go('again');
    await trial.pane.sees({ trouble: 'down' });
    trial.counter.portal.behave({ trouble: 'none' });
    await trial.pane.go('again');
    await trial.pane.sees({ trouble: null });
    await trial.contained();
  });
}

test('a line that is cut is a screen of ours', async () => {
  await trial.on('reset');
  await trial.ends('down');
});

for (const host of ['expired', 'self-signed', 'wrong-name', 'stranger']) {
  test(`a certificate that is not what it must be is a screen of ours, with no way on (${host})`, async () => {
    const page = await trial.on('link', { to: `https://${host}.irisnet.be/` });
    await trial.touch(page);
    await trial.ends('certificate');
    expect(trial.counter.portal.record.to(`${host}.irisnet.be`)).toEqual([]);
  });
}
