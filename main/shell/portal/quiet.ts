/** Electron warns of every page that does not load, with its whole address; what the process says, the machine writes down. */
export function quietWarnings(): void {
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => console.error(`${name}: ${withoutAddresses(message)}`));
}

/** The text without what stands in an address after its host. */
export function withoutAddresses(text: string): string {
  return text.replace(/\b([a-z][a-z0-9+.-]*:\/\/[^\s/?#]*)[^\s]*/gi, '$1/…');
}
