import { test } from '@playwright/test';
import { type Answer, NEVER_BEGUN, openTrial, SITE, type Trial } from './pages/trial.ts';

// A page of an allowed site tries to lead the citizen elsewhere, by address. Each way has its plain answer.

let trial: Trial;
test.beforeAll(async () => {
  trial = await openTrial();
});
test.afterAll(async () => trial.close());

const LINKS: readonly [name: string, to: string, answer: Answer][] = [
  // What is no web page.
  ['a file of this machine', 'file:///etc/passwd', NEVER_BEGUN],
  ['a page made of text', 'data:text/html,<h1 id=escaped>x</h1>', NEVER_BEGUN],
  ['the source of a page', `view-source:${SITE}/`, NEVER_BEGUN],
  ['a page of the browser', 'chrome://settings/', NEVER_BEGUN],
  ['the tools of the browser', 'devtools://devtools/bundled/inspector.html', NEVER_BEGUN],
  ['an empty page', 'about:blank', NEVER_BEGUN],
  ['the console of the counter', 'app://console/console/index.html', 'other-program'],
  ['the kiosk itself', 'app://kiosk/kiosk/index.html', 'other-program'],
  ['a file system of the page', 'filesystem:https://irisbox.irisnet.be/temporary/x.html', NEVER_BEGUN],
  ['a mail', 'mailto:somebody@example.be?subject=x', 'mail'],
  ['a call', 'tel:+3225551234', 'phone'],
  ['a message', 'sms:+3225551234', 'phone'],
  ['a program for documents', 'ms-word:ofe|u|https://evil.example/x.docx', 'other-program'],
  ['a program of anybody', 'zoommtg://evil.example/join', 'other-program'],
  ['an intent', 'intent://evil.example/#Intent;scheme=https;end', 'other-program'],
  ['a server of files', 'ftp://evil.example/setup.exe', 'other-program'],
  // What is another site.
  ['another site', 'https://evil.example/', 'other-site'],
  ['another site without a scheme', '//evil.example/', 'other-site'],
  ['another site with backslashes', 'https:\\\\evil.example\\', 'other-site'],
  ['another site with a line break in it', 'https://evil\n.exam\tple/', 'other-site'],
  ['a name before the sign @', 'https://irisbox.irisnet.be@evil.example/', 'look-alike'],
  ['a name and a backslash before the sign @', 'https://irisbox.irisnet.be\\@evil.example/', 'other-part'],
  ['a name and a password on the right host', 'https://irisbox:irisnet@irisbox.irisnet.be/irisbox/home', 'odd-address'],
  ['the right name in front of another', 'https://irisbox.irisnet.be.evil.example/', 'look-alike'],
  ['the right name with an ending', 'https://irisbox.irisnet.be.com/', 'look-alike'],
  ['a zero for an o, in the right house', 'https://irisb0x.irisnet.be/', 'other-site'],
  ['a one for an i', 'https://irisbox.1risnet.be/', 'look-alike'],
  ['a dash for a dot', 'https://irisbox-irisnet.be/', 'look-alike'],
  ['an i without its dot', 'https://irisbox.irısnet.be/', 'look-alike'],
  ['the same i in punycode', 'https://irisbox.xn--irsnet-q9a.be/', 'look-alike'],
  ['letters of another alphabet', 'https://irisbox.іrіѕnet.be/', 'look-alike'],
  ['a host above', 'https://irisnet.be/', 'other-site'],
  ['a host below', 'https://www.irisbox.irisnet.be/', 'other-site'],
  ['this machine by number', 'https://127.0.0.1/', 'other-site'],
  ['this machine by one number', 'https://2130706433/', 'other-site'],
  ['this machine in six', 'https://[::1]/', 'other-site'],
  ['this machine by name', 'https://localhost/', 'other-site'],
  // The right host, the wrong way or the wrong part.
  ['the right host without encryption', 'http://irisbox.irisnet.be/irisbox/home', 'not-secure'],
  ['the right host with a dot at its end', 'https://irisbox.irisnet.be./irisbox/home', 'odd-address'],
  ['another port', 'https://irisbox.irisnet.be:8443/irisbox/home', 'odd-address'],
  ['another part', '/admin/secret', 'other-part'],
  ['a path that climbs', '/irisbox/../admin/secret', 'other-part'],
  ['a path that climbs in code', '/irisbox/%2e%2e/admin/secret', 'other-part'],
  ['a path that climbs behind a coded slash', '/irisbox/..%2fadmin/secret', 'odd-address'],
  ['a path that climbs with a backslash', '/irisbox/..\\admin/secret', 'other-part'],
  ['a part that begins the same', '/irisboxes/', 'other-part'],
];
for (const [name, to, answer] of LINKS) {
  test(`a link does not lead to ${name}`, async () => {
    const page = await trial.on('link', { to });
    await trial.touch(page);
    await trial.ends(answer);
  });
}

const ELSEWHERE = 'https://evil.example/';
const WAYS: readonly (readonly [name: string, trick: string, query: Record<string, string>])[] = [
  ...[301, 302, 303, 307, 308].map((status) => [`the server with ${status}`, 'redirect', { status: `${status}` }] as const),
  ['a line of the head', 'meta', {}],
  ['a header', 'refresh', {}],
  ['a script', 'js', {}],
  ['a form that sends itself', 'post', {}],
];
for (const [name, trick, query] of WAYS) {
  test(`nobody is sent to another site by ${name}`, async () => {
    await trial.on(trick, { to: ELSEWHERE, ...query });
    await trial.ends('other-site');
  });
}

test('a chain of redirects is judged at each of its links', async () => {
  const inner = `${SITE}/irisbox/tricks/redirect?to=${encodeURIComponent(ELSEWHERE)}`;
  await trial.on('redirect', { to: inner });
  await trial.ends('other-site');
});

for (const [to, answer] of [
  // Chromium's own answer is an error page; ours stands in its place.
  ['file:///etc/passwd', 'down'],
  ['data:text/html,<h1 id=escaped>x', 'down'],
  ['app://console/console/index.html', 'other-program'],
  ['mailto:x@example.be', 'mail'],
] as const) {
  test(`a redirect does not lead to ${to.split(':')[0]}:`, async () => {
    await trial.on('redirect', { to });
    await trial.ends(answer);
  });
}

test('a script in an address stays a script of that page', async () => {
  const page = await trial.on('link', { to: 'javascript:document.title="from the address";void 0' });
  await trial.touch(page);
  await trial.ends({ silent: 'it leads nowhere: it is the own script of a page that is allowed' });
});
