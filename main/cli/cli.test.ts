import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Health } from '../core/health.ts';
import { LANGUAGES } from '../core/language.ts';
import { COMMANDS, type Ports, run } from './index.ts';
import { terminalLanguage } from './words.ts';

/** What the console says of the IT person. */
const ELSEWHERE = /IT person|IT-Person|nformatic/;
const localesFolder = join(import.meta.dirname, '../../locales');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command with a card process that dies at once, as it does where there is no reader service at all. */
async function comptoir(argv: string[], changes: Partial<Ports> = {}) {
  let out = '';
  let err = '';
  const code = await run(argv, {
    launch: () => ({
      send: () => {},
      onMessage: () => {},
      onExit: (listener) => void setTimeout(listener, 1),
      kill: () => {},
    }),
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
    env: { LANG: 'fr_BE.UTF-8' },
    ...changes,
  });
  return { code, out, err };
}

describe('comptoir', () => {
  it('prints its version and its help, which names every command for people', async () => {
    expect((await comptoir(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { out, code } = await comptoir([]);
    expect(code).toBe(0);
    for (const name of COMMANDS.filter((one) => one !== 'refused' && one !== '--help')) expect(out).toContain(`comptoir ${name}`);
    expect(out).toContain('composition-menage, eid-pin-code, pension-estimation');
  });

  it('says so on stderr when a command or an option does not exist', async () => {
    const unknown = await comptoir(['dance']);
    expect([unknown.code, unknown.out]).toEqual([64, '']);
    expect(unknown.err).toContain('« dance »');
    const option = await comptoir(['doctor', '--loud']);
    expect([option.code, option.err]).toEqual([64, '« doctor » ne comprend pas : --loud\n']);
    expect((await comptoir(['constructor'])).code).toBe(64);
  });

  it('says that the demo is not in this installation', async () => {
    const { code, out, err } = await comptoir(['demo']);
    expect([code, out]).toEqual([69, '']);
    expect(err).toContain('npm run -s comptoir -- demo');
  });

  it('says why a package does not start', async () => {
    const refused = await comptoir(['refused', 'as-root'], { env: { LANG: 'de_BE' } });
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('root');
  });

  it('speaks keys, not nothing, when its words are missing', async () => {
    expect((await comptoir(['refused', 'as-root'], { localesFolder: folder })).err).toBe('cli.refused.as-root\n');
  });
});

describe('comptoir doctor', () => {
  it('prints JSON with stable keys, and ends with 1 when something is bad', async () => {
    writeFileSync(join(folder, 'settings.json'), '{"locked": "yes"}');
    const { code, out } = await comptoir(['doctor', '--json']);
    const { version, runtime, ...health } = JSON.parse(out);
    expect([typeof version, runtime.kind]).toEqual(['string', 'fallback']);
    const { checks } = Health.parse(health);
    expect(checks.find((one) => one.id === 'settings')).toEqual({
      id: 'settings',
      status: 'bad',
      detail: 'locked: "yes" ≠ true | false',
    });
    expect(code).toBe(1);
  });

  it('calls the reader unknown when the card process does not answer', async () => {
    let gone = () => {};
    const launch: Ports['launch'] = () => ({
      send: () => {},
      onMessage: () => {},
      onExit: (listener) => {
        gone = listener;
      },
      kill: () => gone(),
    });
    const { out } = await comptoir(['doctor', '--json'], { launch });
    const { checks } = JSON.parse(out) as Health;
    expect(checks.find((one) => one.id === 'reader')).toMatchObject({ status: 'unknown' });
  });

  it('says each check in the terminal’s language', async () => {
    const { out } = await comptoir(['doctor']);
    const lines = out.split('\n').filter((line) => /^[✓!✗?] /.test(line));
    expect(lines).toHaveLength(Health.shape.checks.element.shape.id.options.length);
    expect(out).not.toMatch(/console\.health|cli\./);
  });

  it('sends nobody to the IT person, who reads this: says what to run instead', async () => {
    for (const language of LANGUAGES) {
      const words = (file: string) => JSON.parse(readFileSync(join(localesFolder, language, `${file}.json`), 'utf8'));
      const own = words('cli').doctor;
      const sends = Object.entries<Record<string, string>>(words('console').health).flatMap(([id, texts]) =>
        Object.entries(typeof texts === 'object' ? texts : {})
          .filter(([, text]) => ELSEWHERE.test(text))
          .map(([status]) => [id, status] as const),
      );
      expect(sends.length).toBeGreaterThan(10);
      for (const [id, status] of sends)
        expect([language, id, status, own[id]?.[status]]).toEqual([language, id, status, expect.any(String)]);
      expect(JSON.stringify(own)).not.toMatch(ELSEWHERE);
      const { out } = await comptoir(['doctor'], { env: { LANG: language } });
      expect(out).toContain('sudo systemctl enable --now pcscd.socket');
      expect(out).not.toMatch(ELSEWHERE);
    }
  });

  it('looks at another data folder when told to', async () => {
    writeFileSync(join(folder, 'settings.json'), '[');
    const { out } = await comptoir(['doctor', '--json', '--data', folder], { dataFolder: '/nowhere' });
    expect(out).toContain('settings.json:1');
  });
});

describe('terminalLanguage', () => {
  it('follows POSIX and falls back to English', () => {
    expect(terminalLanguage({ LANG: 'nl_BE.UTF-8' })).toBe('nl');
    expect(terminalLanguage({ LANG: 'nl_BE', LC_ALL: 'de_DE' })).toBe('de');
    expect(terminalLanguage({ LANG: 'C' })).toBe('en');
    expect(terminalLanguage({})).toBe('en');
  });
});
