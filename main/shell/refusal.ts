/**
 * Why this start is refused, or null. A packaged Comptoir runs as an ordinary user with the operating system's sandbox on;
 * commands of the IT person open no page and are let through before this is asked.
 */
export function refusal(start: { packaged: boolean; uid: number; switches: readonly string[] }): 'as-root' | 'no-sandbox' | null {
  if (!start.packaged) return null;
  if (start.uid === 0) return 'as-root';
  return start.switches.some((s) =>
    /^--(no-sandbox|disable-setuid-sandbox|disable-namespace-sandbox|no-zygote-sandbox)(=|$)/.test(s),
  )
    ? 'no-sandbox'
    : null;
}
