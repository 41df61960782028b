import type { Language } from '../../../main/core/language.ts';

/** Between two calls, in milliseconds: often at first, then so that a room can bear it. */
const SOON = 6_000;
const LATER = 20_000;
const AT_FIRST = 10;

/** Two notes, as a shop's door gives them. */
const NOTES = [
  { at: 0, hertz: 880 },
  { at: 0.24, hertz: 660 },
] as const;

interface Said {
  language: Language;
  text: string;
}

/** Calls somebody back: two notes, then the sentence in each language there is a voice for. Returns what ends it, at once. */
export function raiseAlarm(said: readonly Said[]): () => void {
  const sound = new AudioContext();
  let timer: ReturnType<typeof setTimeout>;
  let calls = 0;
  const call = () => {
    chime(sound);
    speechSynthesis.cancel();
    for (const { language, text } of said) say(language, text);
    calls += 1;
    timer = setTimeout(call, calls < AT_FIRST ? SOON : LATER);
  };
  call();
  return () => {
    clearTimeout(timer);
    speechSynthesis.cancel();
    void sound.close();
  };
}

function chime(sound: AudioContext): void {
  for (const { at, hertz } of NOTES) {
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
  }
}

/** With a voice of this machine only: one from the net would be a request of the counter's to a stranger. */
function say(language: Language, text: string): void {
  const voice = speechSynthesis.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(language));
  if (!voice) return;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = 0.9;
  speechSynthesis.speak(words);
}
