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
}): 'as-root' | 'no-sandbox' | null {
  if (!start.packaged) return null;
  if (start.uid === 0) return 'as-root';
  return start.env.ELECTRON_DISABLE_SANDBOX || LOOSENING.some(start.has) ? 'no-sandbox' : null;
}
