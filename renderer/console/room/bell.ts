let context: AudioContext | null = null;

/** Two soft tones, half a second in all, between 500 and 1000 Hz: the range older ears hear best (domain facts, section 6.1). */
export function ring(): void {
  context ??= new AudioContext();
  // A context sleeps until a first key or touch where autoplay is refused; colour and words are on the screen anyway.
  if (context.state === 'suspended') void context.resume();
  tone(context, 660, 0);
  tone(context, 880, 0.22);
}

function tone(audio: AudioContext, hertz: number, delay: number): void {
  const start = audio.currentTime + delay;
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = hertz;
  // Swells and fades, so that it does not click.
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.22, start + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.32);
}
