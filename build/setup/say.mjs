/** A reason to stop that a person can act on: printed as it is, without a stack. */
export class Stop extends Error {}

/** Tells on stderr what is being done, in plain words; stdout belongs to the command itself. */
export function say(sentence) {
  process.stderr.write(`· ${sentence}\n`);
}
