/** Names under these are given out by the federal State alone (https://www.fgov.be, https://www.belgium.be). */
const OWN = ['.belgium.be', '.fgov.be'];

/** Whether a log-in place is the State's own: it may be called so, and not by its address alone. */
export const isStateHost = (host: string): boolean => OWN.some((end) => host.endsWith(end));
