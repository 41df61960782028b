import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { output } from '../setup/exec.mjs';
import { ROOT } from '../setup/places.mjs';

/** Voices of espeak-ng for our languages, where the name is not the same. */
const VOICES = { fr: 'fr-be', en: 'en-gb' };
const MISSING = 'The voices need two programs: sudo apt-get install espeak-ng opus-tools';

/** Speaks the sentences of the alarm again, from locales/, into renderer/kiosk/attract/voice; the recordings are kept in git. */
export default async function voices() {
  const to = path.join(ROOT, 'renderer/kiosk/attract/voice');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-voices-'));
  const said = {};
  try {
    for (const language of readdirSync(path.join(ROOT, 'locales')).filter((name) => name.length === 2)) {
      const { cardLeft, cardLeftWhere } = JSON.parse(readFileSync(path.join(ROOT, `locales/${language}/attract.json`), 'utf8'));
      said[language] = `${cardLeft}. ${cardLeftWhere}`;
      const wave = path.join(folder, `${language}.wav`);
      // Slower than people speak, for a hall.
      output(MISSING, 'espeak-ng', ['-v', VOICES[language] ?? language, '-s', '135', '-g', '3', '-w', wave, said[language]]);
      const options = ['--quiet', '--bitrate', '24', '--serial', '1', '--discard-comments'];
      output(MISSING, 'opusenc', [...options, wave, path.join(to, `${language}.opus`)]);
    }
    writeFileSync(path.join(to, 'said.json'), `${JSON.stringify(said, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}
