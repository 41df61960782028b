/** Switches of Chromium that take (part of) the sandbox away, or put the page into the process of the app. */
const LOOSENING = [
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-gpu-sandbox',
  'no-zygote-sandbox',
  'no-zygote',
  'single-process',
  'in-process-gpu',
];

/** Switches that let another program look into the windows (a code is typed there), or write down what they load. */
const WATCHING = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'log-net-log',
  'ssl-key-log-file',
  'load-extension',
  'auto-open-devtools-for-tabs',
  'js-flags',
];

/** Switches with which a name leads somewhere else, or any certificate is believed: "official site" would be said of another one. */
const MISLEADING = [
  'host-resolver-rules',
  'host-rules',
  'proxy-server',
  'proxy-pac-url',
  'proxy-auto-detect',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-insecure-localhost',
  'disable-web-security',
  'unsafely-treat-insecure-origin-as-secure',
];

/**
 * Why this start is refused, or null. A packaged Comptoir runs as an ordinary user with the operating system's sandbox on;
 * commands of the IT person open no page and are let through before this is asked.
 */
export function refusal(start: {
  packaged: boolean;
  uid: number;
  /** Whether Chromium was given this switch, however it was written. */
  has: (name: string) => boolean;
  env: NodeJS.ProcessEnv;
  /** Node's inspector is open, which a fuse forbids in all that ships: the variant that tests drive, from outside. */
  inspected: boolean;
}): 'as-root' | 'no-sandbox' | 'watched' | 'misled' | null {
  if (!start.packaged) return null;
  if (start.uid === 0) return 'as-root';
  if (start.env.ELECTRON_DISABLE_SANDBOX || LOOSENING.some(start.has)) return 'no-sandbox';
  if (start.inspected) return null;
  if (start.env.SSLKEYLOGFILE || WATCHING.some(start.has)) return 'watched';
  return MISLEADING.some(start.has) ? 'misled' : null;
}
