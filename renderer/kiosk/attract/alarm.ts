import type { Language } from '../../../main/core/language.ts';

/** Of silence between two calls, in milliseconds: short at first, then so that a room can bear it. */
const SOON = 3_000;
const LATER = 20_000;
const AT_FIRST = 5;

/** Two notes, as a shop's door gives them. */
const NOTES = [
  { at: 0, hertz: 880 },
  { at: 0.24, hertz: 660 },
] as const;

/** "Take back your card …", spoken: hardly a counter has voices of its own. Ogg Opus, in base64; `node build/run.mjs voices` makes them. */
const files = import.meta.glob<string>('./voice/*.opus', { query: '?inline', import: 'default' });

/** Calls somebody back: two notes, then the sentence in each of these languages, over and over. Returns what ends it, at once. */
export function raiseAlarm(languages: readonly Language[]): () => void {
  const sound = new AudioContext();
  let over = false;
  const call = async () => {
    for (let calls = 1; !over; calls++) {
      await chime(sound);
      for (const language of languages) await say(sound, language);
      await new Promise((resolve) => setTimeout(resolve, calls < AT_FIRST ? SOON : LATER));
    }
  };
  call().catch((problem) => {
    if (!over) throw problem;
  });
  return () => {
    over = true;
    void sound.close();
  };
}

async function chime(sound: AudioContext): Promise<void> {
  const notes = NOTES.map(({ at, hertz }) => {
    const note = sound.createOscillator();
    const loudness = sound.createGain();
    const from = sound.currentTime + at;
    note.frequency.value = hertz;
    loudness.gain.setValueAtTime(0.0001, from);
    loudness.gain.exponentialRampToValueAtTime(0.5, from + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, from + 0.9);
    note.connect(loudness).connect(sound.destination);
    note.start(from);
    note.stop(from + 1);
    return played(note);
  });
  await Promise.all(notes);
}

async function say(sound: AudioContext, language: Language): Promise<void> {
  const address = await files[`./voice/${language}.opus`]?.();
  if (address === undefined) throw new Error(`no voice: ${language}`);
  const bytes = Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
  const voice = sound.createBufferSource();
  voice.buffer = await sound.decodeAudioData(bytes.buffer);
  voice.connect(sound.destination);
  voice.start();
  await played(voice);
}

const played = (source: AudioScheduledSourceNode) =>
  new Promise((resolve) => source.addEventListener('ended', resolve, { once: true }));
