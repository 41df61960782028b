import { execFileSync, spawn } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { LANGUAGES } from '../../main/core/language.ts';
import { showOf } from '../../main/core/portal/hints.ts';
import { openCatalogue } from '../../main/services/catalogue/index.ts';
import { toPem } from '../../native/sim/certificate.ts';
import { openMint } from '../../native/sim/mint.ts';
import { makeCatalogue } from './catalogue.ts';
import { type ClientOptions, openClient } from './client.ts';
import { CERTIFICATE_HOST, FLAWED_HOSTS, HOSTILE_HOSTS, HOSTS } from './hosts.ts';
import { USUAL_PORTALS } from './usual.ts';
import { openPortalWorld, type PortalWorld } from './world.ts';

// The portals of our tests are tested themselves: over TLS, with certificates as cards have them.

const mint = openMint();
const DAY = 86_400_000;
let world: PortalWorld;
let folder: string;
beforeAll(async () => {
  world = await openPortalWorld(mint);
  folder = mkdtempSync(path.join(tmpdir(), 'comptoir-portal-test-'));
});
beforeEach(() => {
  world.record.clear();
  world.behave({ changed: false, trouble: 'none', login: 'tls1.2', itsme: false });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A key with a certificate as the citizens' CA gives one. */
function identity(
  applet: '1.7' | '1.8',
  until = Date.now() + DAY,
  from = openMintOf(applet),
): NonNullable<ClientOptions['identity']> {
  const pair =
    applet === '1.8' ? generateKeyPairSync('ec', { namedCurve: 'P-384' }) : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const cert = from.issue({
    subject: 'serialNumber=85073090431, GN=Nadia Simone, SN=Exemple, CN=Nadia Exemple (Authentication), C=BE',
    publicKey: pair.publicKey,
    usage: 'login',
    from: new Date(Date.now() - 3 * DAY),
    until: new Date(until),
  });
  return { key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: toPem(cert) };
}
const openMintOf = (applet: '1.7' | '1.8') => mint.authority(applet).citizens;
const browse = (options: ClientOptions = {}) => openClient(world, options);

/** From the site through the log-in with a card, back to the page that was wanted. */
async function logIn(client: ReturnType<typeof browse>) {
  const choice = await client.walk('https://irisbox.irisnet.be/irisbox/household');
  const link = /id="eid" href="([^"]+)"/.exec(choice.text)?.[1];
  if (!link) throw new Error(`no choice of keys at ${choice.url}`);
  return client.walk(link);
}

describe('names and certificates', () => {
  test('every name answers with a certificate that names it and its holder', async () => {
    for (const [host, { flaw, holder }] of Object.entries(HOSTS)) {
      if (flaw) continue;
      const got = await browse().ask(`https://${host}/`);
      expect(got.holder, host).toBe(holder);
    }
  });

  test.each(Object.entries(FLAWED_HOSTS))('the certificate of the host for "%s" is refused', async (flaw, host) => {
    const codes = {
      expired: 'CERT_HAS_EXPIRED',
      'wrong-name': 'ERR_TLS_CERT_ALTNAME_INVALID',
      'self-signed': 'DEPTH_ZERO_SELF_SIGNED_CERT',
    };
    const code = codes[flaw as keyof typeof codes] ?? 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
    await expect(browse().ask(`https://${host}/`)).rejects.toMatchObject({ code });
    expect(world.record.to(host)).toEqual([]);
  });

  test('the rules lead every name to this machine and all others nowhere', () => {
    const rules = world.rules.split(', ');
    expect(rules.at(-1)).toBe('MAP * ~NOTFOUND');
    for (const host of Object.keys(HOSTS)) expect(rules.some((rule) => rule.startsWith(`MAP ${host}:443 127.0.0.1:`))).toBe(true);
    expect(HOSTILE_HOSTS.every((host) => new URL(`https://${host}/`).hostname === host)).toBe(true);
  });

  test('openssl itself agrees with the chain', () => {
    const ca = path.join(folder, 'ca.pem');
    writeFileSync(ca, world.ca);
    const said = execFileSync('openssl', ['x509', '-in', ca, '-noout', '-subject'], { encoding: 'utf8' });
    expect(said).toContain('Invented Portal Root');
    expect(execFileSync('openssl', ['verify', '-CAfile', ca, ca], { encoding: 'utf8' })).toContain('OK');
  });
});

describe('the log-in with a card', () => {
  test.each(['1.7', '1.8'] as const)('a card %s opens the site, by redirects and posts back, on TLS 1.2', async (applet) => {
    const got = await logIn(browse({ identity: identity(applet) }));
    expect(got.url).toBe('https://irisbox.irisnet.be/irisbox/household');
    expect(got.text).toContain('Nadia Exemple');
    expect(world.record.logins).toEqual([{ site: 'irisbox.irisnet.be', who: 'Nadia Exemple', means: 'eid' }]);
    expect(world.record.certificates()).toHaveLength(1);
    expect(world.record.certificates()[0]).toContain('SN=Exemple');
  });

  test('TLS 1.2 is all that the host with the certificate speaks, until it is told otherwise', async () => {
    const url = `https://${CERTIFICATE_HOST}/fas/eid?SAMLRequest=x`;
    expect((await browse({ identity: identity('1.8') }).ask(url)).protocol).toBe('TLSv1.2');
    world.behave({ login: 'tls1.3' });
    expect((await browse({ identity: identity('1.8') }).ask(url)).protocol).toBe('TLSv1.3');
    await expect(browse({ identity: identity('1.8'), most: 'TLSv1.2' }).ask(url)).rejects.toThrow();
  });

  test('nobody is let in without a certificate', async () => {
    const got = await logIn(browse());
    expect(got).toMatchObject({ status: 403 });
    expect(got.text).toContain('id="none"');
    expect(world.record.logins).toEqual([]);
  });

  test.each([
    ['expired', () => identity('1.8', Date.now() - DAY)],
    ['issued by another mint', () => identity('1.8', Date.now() + DAY, openMint().authority('1.8').citizens)],
  ])('a certificate that is %s is not accepted', async (_why, make) => {
    const got = await logIn(browse({ identity: make() }));
    expect(got).toMatchObject({ status: 403 });
    expect(got.text).toContain('id="bad"');
    expect(world.record.logins).toEqual([]);
  });

  test('an answer of the log-in opens the site once', async () => {
    const client = browse({ identity: identity('1.8') });
    await logIn(client);
    const used = world.record.forms.find((form) => form.path === '/irisbox/saml/acs')?.fields ?? {};
    const again = await browse().ask('https://irisbox.irisnet.be/irisbox/saml/acs', used);
    expect(again.location).toContain('login=failed');
  });

  test('the log-in remembers who came: the same browser is let into another site without the card, another browser is not', async () => {
    const client = browse({ identity: identity('1.8') });
    await logIn(client);
    expect((await client.walk('https://mypension.be/login')).text).toContain('Nadia Exemple');
    expect(world.record.logins.at(-1)).toMatchObject({ site: 'mypension.be', means: 'sso' });
    expect((await browse().walk('https://mypension.be/login')).text).toContain('id="eid"');
  });

  test('itsme waits for the phone', async () => {
    const client = browse();
    const choice = await client.walk('https://mypension.be/login');
    const link = /id="itsme" href="([^"]+)"/.exec(choice.text)?.[1] ?? '';
    const form = await client.walk(link);
    const wait = new URL(/action="([^"]+)"/.exec(form.text)?.[1] ?? '', form.url).href;
    expect((await client.ask(wait, { phone: '0470' })).text).toContain('id="wait"');
    world.behave({ itsme: true });
    expect((await client.walk(wait)).text).toContain('Camille Essai');
  });
});

describe('the sites', () => {
  test('IRISbox gives its document to whoever is logged in, and poppler can read it', async () => {
    const client = browse({ identity: identity('1.8') });
    await logIn(client);
    const got = await client.ask('https://irisbox.irisnet.be/irisbox/household/document.pdf');
    expect(got.headers['content-disposition']).toContain('attachment');
    const file = path.join(folder, 'document.pdf');
    writeFileSync(file, got.body);
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toContain('Nadia Exemple');
    expect((await browse().ask('https://irisbox.irisnet.be/irisbox/household/document.pdf')).status).toBe(302);
  });

  test.each(['fr', 'nl', 'en'])('IRISbox speaks %s', async (lang) => {
    const got = await browse().ask(`https://irisbox.irisnet.be/irisbox/home?lang=${lang}`);
    expect(got.text).toContain(`<html lang="${lang}">`);
  });

  test('a form in three steps keeps what was typed and the digest of the file that came with it', async () => {
    const content = Buffer.from('%PDF-1.4 a proof');
    const boundary = 'edge';
    const part = (name: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const body = Buffer.concat([
      Buffer.from(part('step', '2') + part('given', 'Nadia')),
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="proof"; filename="proof.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
      ),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const text = await new Promise<string>((resolve, reject) => {
      const request = https.request(
        {
          ...{ host: '127.0.0.1', port: world.ports.sites, path: '/irisbox/moving', method: 'POST', agent: false },
          ...{ servername: 'irisbox.irisnet.be', ca: world.ca },
          headers: { Host: 'irisbox.irisnet.be', 'Content-Type': `multipart/form-data; boundary=${boundary}` },
        },
        (response) => {
          let got = '';
          response.on('data', (chunk: Buffer) => {
            got += chunk;
          });
          response.on('end', () => resolve(got));
        },
      );
      request.on('error', reject);
      request.end(body);
    });
    expect(text).toContain('name="given" value="Nadia"');
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(world.record.uploads).toEqual([
      { field: 'proof', name: 'proof.pdf', type: 'application/pdf', bytes: content.length, sha256 },
    ]);
  });

  test('after a new look no name on a page is what it was', async () => {
    world.behave({ changed: true });
    const got = await browse().ask('https://irisbox.irisnet.be/irisbox/home');
    expect(got.status).toBe(200);
    expect(got.text).not.toMatch(/id="(commune|choose|login)"/);
  });

  test('trouble is what it says: a status, a line that is cut', async () => {
    world.behave({ trouble: 503 });
    expect((await browse().ask('https://irisbox.irisnet.be/')).status).toBe(503);
    world.behave({ trouble: 'reset' });
    await expect(browse().ask('https://irisbox.irisnet.be/')).rejects.toThrow();
    world.behave({ trouble: 'none' });
    await expect(browse().ask('https://irisbox.irisnet.be/irisbox/tricks/reset')).rejects.toThrow();
    expect((await browse().ask('https://irisbox.irisnet.be/nowhere')).status).toBe(404);
  });

  test('every trick has a page', async () => {
    const list = await browse().ask('https://irisbox.irisnet.be/irisbox/tricks/');
    const links = [...list.text.matchAll(/href="(\/irisbox\/tricks\/[^"]+)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(80);
    for (const link of links.filter((one) => !/\/(slow|reset)$/.test(one))) {
      const { status } = await browse().ask(`https://irisbox.irisnet.be${link}`);
      expect([200, 302, 401, 503], link).toContain(status);
    }
  });

  test('the server knows which cookies came, and that a page was asked for', async () => {
    const client = browse();
    await client.ask('https://irisbox.irisnet.be/irisbox/commune?commune=Uccle');
    await client.ask('https://irisbox.irisnet.be/irisbox/start');
    expect(world.record.to('irisbox.irisnet.be', '/irisbox/start')[0]?.cookies).toEqual({ commune: 'Uccle' });
    expect(world.record.pages('evil.example')).toEqual([]);
    await client.ask('https://evil.example/');
    expect(world.record.pages('evil.example')).toHaveLength(1);
  });
});

test('where a list waits for a choice, "show me where" looks for the list first, not for the button behind it', async () => {
  const hints = USUAL_PORTALS['composition-menage']?.hints ?? [];
  const { selectors } = showOf(hints, 1, undefined, { host: 'irisbox.irisnet.be', path: '/irisbox/home', login: false });
  const { text } = await browse().ask('https://irisbox.irisnet.be/irisbox/home');
  const id = /<select id="([^"]+)"/.exec(text)?.[1];
  expect(selectors[0]).toBe(`#${id}`);
});

test('one command serves the sites to a browser, on whatever Node it is called', async () => {
  const served = spawn(process.execPath, [path.join(import.meta.dirname, '../../build/run.mjs'), 'sites'], { stdio: 'pipe' });
  let out = '';
  served.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  await vi.waitFor(() => expect(out).toContain('A tour: https://irisbox.irisnet.be/'), 20_000);
  const ca = /-i (\S+)/.exec(out)?.[1] ?? '';
  expect(existsSync(ca)).toBe(true);
  served.kill('SIGINT');
  expect(await once(served, 'exit')).toEqual([0, null]);
  expect(existsSync(ca)).toBe(false);
});

test('the catalogue that fits these sites is one that Comptoir opens', () => {
  const catalogue = makeCatalogue(USUAL_PORTALS);
  let damage = '';
  const opened = openCatalogue({ folder: catalogue.folder, region: 'bruxelles', damaged: (why) => (damage = why) });
  catalogue.remove();
  expect(damage).toBe('');
  for (const language of LANGUAGES)
    expect(opened.ok && opened.value.read('composition-menage', language)).toMatchObject({
      value: { file: { portal: { start: '/irisbox/home' } } },
    });
});
