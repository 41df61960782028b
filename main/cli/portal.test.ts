import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acts } from '../core/portal/policy-acts.ts';
import { type Ports, run } from './index.ts';

const localesFolder = join(import.meta.dirname, '../../locales');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-portal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function portal(args: string[], env: NodeJS.ProcessEnv = { LANG: 'nl_BE' }) {
  let [out, err] = ['', ''];
  const ports: Ports = {
    launch: () => {
      throw new Error('no reader is asked');
    },
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    dataFolder: folder,
    localesFolder,
    runtime: { kind: 'fallback', electron: '33.2.1', node: '20.18.1' },
    now: () => new Date(),
    env,
  };
  const code = await run(['portal', ...args], ports);
  const lines = out.split('\n').slice(0, -1);
  return { code, err, out, lines: lines.map((line) => JSON.parse(line)) };
}

describe('comptoir portal check', () => {
  it('says allowed, the rule and the answer, one line of JSON an address', async () => {
    const { code, lines, err } = await portal(['check', 'pension-estimation', 'https://mypension.be/fr?x=1']);
    expect([code, err]).toEqual([0, '']);
    expect(lines).toEqual([
      {
        url: 'https://mypension.be/fr?x=1',
        allowed: true,
        rule: 'place',
        why: null,
        answer: 'Dit adres hoort bij de procedure.',
      },
    ]);
  });

  it('ends with 1 when one of them is refused, and says to the citizen what to do instead', async () => {
    const urls = ['https://mypension.be/', 'https://mypension.be.example/', 'https://www.mypension.be/', 'mailto:x@example.be'];
    const { code, lines } = await portal(['check', 'pension-estimation', ...urls, '--language', 'fr']);
    expect(code).toBe(1);
    expect(lines.map((line) => [line.url, line.allowed, line.rule, line.why])).toEqual([
      [urls[0], true, 'place', null],
      [urls[1], false, 'look-alike', 'look-alike'],
      [urls[2], true, 'place', null],
      [urls[3], false, 'mail', 'mail'],
    ]);
    const words = JSON.parse(readFileSync(join(localesFolder, 'fr/kiosk.json'), 'utf8')).portal.refused;
    expect(lines[1].answer).toBe(`${words['look-alike'].title} ${words['look-alike'].next}`);
    expect(lines[3].answer).toContain('poste');
  });

  it('knows the shared log-in places, and only where one can log in', async () => {
    const login = 'https://certif.iamfas.belgium.be/';
    expect((await portal(['check', 'composition-menage', login])).code).toBe(0);
    expect((await portal(['check', 'eid-pin-code', login])).lines).toMatchObject([{ allowed: false, why: 'other-site' }]);
  });

  it.each([
    ['redirect', 'https://mypension.be/', 'place'],
    ['frame', 'about:blank', 'blank-frame'],
    ['window', 'about:blank', 'blank-window'],
    ['resource', 'https://cdn.example/x.js', 'resource'],
    ['download', 'https://mypension.be/x.pdf', 'paper'],
    ['download', 'https://mypension.be/x.exe', 'file-type'],
    ['page', 'about:blank', 'blank-page'],
  ])('as %s, %s falls under %s', async (as, url, rule) => {
    expect((await portal(['check', 'pension-estimation', url, '--as', as])).lines).toMatchObject([{ rule }]);
  });

  it.each([
    ['permission', ['geolocation', 'clipboard-read'], 'no-permission', 'permission'],
    ['key', ['Control+P', 'alt+ArrowLeft', 'F12', 'Control+Plus'], 'no-key', 'not-here'],
    ['key', ['a', 'Control+V', 'Plus'], 'key', null],
    ['print', [], 'print', null],
    ['drop', [], 'no-drop', 'not-here'],
    ['menu', [], 'no-menu', 'not-here'],
    ['tools', [], 'no-tools', 'not-here'],
    ['password', [], 'no-password', 'not-here'],
  ] as const)('as %s, %j falls under %s', async (as, words, rule, why) => {
    const { code, lines } = await portal(['check', 'pension-estimation', ...words, '--as', as, '--language', 'fr']);
    const answer = expect.stringMatching(/^[A-ZÀÉ][^_{}]{8,}[.]$/);
    expect(lines).toEqual((words.length > 0 ? words : [null]).map((url) => ({ url, allowed: !why, rule, why, answer })));
    expect(code).toBe(why ? 1 : 0);
  });

  it('knows every kind of attempt that the judge knows, and its help names them', async () => {
    const kinds = new Set(acts.map(([attempt]) => (typeof attempt === 'string' ? 'page' : attempt.kind)));
    const { err } = await portal(['check']);
    for (const kind of [...kinds, 'page']) {
      const words = await portal(['check', 'pension-estimation', 'x', '--as', kind]);
      const alone = await portal(['check', 'pension-estimation', '--as', kind]);
      expect([kind, [words.code, alone.code].includes(2), words.lines.length + alone.lines.length]).toEqual([kind, true, 1]);
      expect(err).toContain(kind);
    }
  });

  it.each([
    [['check']],
    [['check', 'pension-estimation']],
    [['pension-estimation', 'https://mypension.be/']],
    [['check', 'pension-estimation', 'https://mypension.be/', '--as', 'guest']],
    [['check', 'pension-estimation', 'https://mypension.be/', '--as', 'constructor']],
    [['check', 'pension-estimation', 'https://mypension.be/', '--language', 'es']],
    [['check', 'pension-estimation', 'https://mypension.be/', '--loud']],
  ])('ends with 2 and says how to ask: %j', async (args) => {
    const { code, out, err } = await portal(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Gebruik: comptoir portal check');
    expect(err).toContain('PROCEDURE: composition-menage, eid-pin-code, pension-estimation\n');
  });

  it('names the procedures of this place only', async () => {
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ place: { region: 'germanophone' } }));
    const { err } = await portal(['check', 'household-composition', 'https://irisbox.irisnet.be/']);
    expect(err).toMatch(/ Procedures hier: .*pension-estimation/);
    expect(err).not.toContain('composition-menage');
  });

  it.each([
    ['https://mypension.be/\\@evil.example/', 'place', 'https://mypension.be//@evil.example/'],
    ['https://mypension.be\\@evil.example/', 'place', 'https://mypension.be/@evil.example/'],
    ['https:evil.example/', 'no-place', 'https://evil.example/'],
    ['https://mypension.be', 'place', null],
    ['https://evil.example/', 'no-place', null],
    ['not an address', 'no-address', null],
  ])('says how %s was parsed, where that is not as it is written', async (url, rule, parsed) => {
    const { lines } = await portal(['check', 'pension-estimation', url]);
    expect(lines).toMatchObject([{ url, rule }]);
    const read = 'Het adres wordt zo gelezen: ';
    expect(lines[0].answer.split(read).slice(1)).toEqual(parsed === null ? [] : [parsed]);
  });

  it('says of a file without a known ending that its type is not known here, and of no other', async () => {
    const urls = ['https://mypension.be/document', 'https://mypension.be/x.pdf', 'https://evil.example/document'];
    const { lines } = await portal(['check', 'pension-estimation', ...urls, '--as', 'download']);
    const said = lines.map((line) => [line.allowed, line.answer.includes('Hier is alleen het einde van de naam bekend.')]);
    expect(said).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
  });

  it('ends with 2 for a procedure that is not here, or has no site at this place', async () => {
    const unknown = await portal(['check', 'dance', 'https://mypension.be/']);
    expect([unknown.code, unknown.out, unknown.err]).toEqual([
      ...[2, ''],
      'De procedure “dance” bestaat hier niet. Procedures hier: composition-menage, eid-pin-code, pension-estimation.\n',
    ]);
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ place: { region: 'wallonie' } }));
    const none = await portal(['check', 'composition-menage', 'https://irisbox.irisnet.be/']);
    expect([none.code, none.err]).toEqual([2, 'De procedure “composition-menage” heeft hier geen site.\n']);
  });

  it('reads another catalogue in a build for tests, and opens nothing of a damaged one', async () => {
    const own = join(folder, 'catalogue');
    cpSync(join(localesFolder, 'procedures'), own, { recursive: true });
    const file = join(own, 'pension-estimation/procedure.json');
    const sheet = JSON.parse(readFileSync(file, 'utf8'));
    const { places: _, ...portalOf } = sheet.portal;
    writeFileSync(file, JSON.stringify({ ...sheet, portal: { ...portalOf, host: 'portal.example' } }));
    const env = { COMPTOIR_CATALOGUE: own, LANG: 'en' };
    expect((await portal(['check', 'pension-estimation', 'https://portal.example/'], env)).code).toBe(0);
    writeFileSync(file, '{}');
    const damaged = await portal(['check', 'pension-estimation', 'https://portal.example/'], env);
    expect([damaged.code, damaged.out, damaged.err]).toEqual([2, '', 'The catalogue is damaged: nothing opens.\n']);
  });
});
