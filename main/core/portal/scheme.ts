import type { Refusal } from './view.ts';

/** Addresses that are no web page, by scheme: what they would do instead. */
const SCHEMES: Record<string, readonly [rule: string, why: Refusal]> = {
  'mailto:': ['mail', 'mail'],
  'tel:': ['phone', 'phone'],
  'sms:': ['phone', 'phone'],
  'smsto:': ['phone', 'phone'],
  'mms:': ['phone', 'phone'],
  'callto:': ['phone', 'phone'],
  'facetime:': ['phone', 'phone'],
  'sip:': ['phone', 'phone'],
  'sips:': ['phone', 'phone'],
  'file:': ['file', 'file'],
  'filesystem:': ['file', 'file'],
  'content:': ['file', 'file'],
  'smb:': ['file', 'file'],
  'javascript:': ['script', 'other-program'],
  'data:': ['data-page', 'other-program'],
  'blob:': ['blob-page', 'other-program'],
  'about:': ['browser-page', 'not-here'],
  'view-source:': ['page-source', 'not-here'],
  'chrome:': ['browser-page', 'not-here'],
  'chrome-error:': ['browser-page', 'not-here'],
  'chrome-extension:': ['browser-page', 'not-here'],
  'chrome-untrusted:': ['browser-page', 'not-here'],
  'devtools:': ['browser-page', 'not-here'],
};

/** Why an address with this scheme (as in `URL.protocol`) is no page to show; null for the web's own two. Any other one opens a program. */
export function schemeRefusal(protocol: string): { rule: string; why: Refusal } | null {
  if (protocol === 'https:' || protocol === 'http:') return null;
  const [rule, why] = (Object.hasOwn(SCHEMES, protocol) && SCHEMES[protocol]) || (['program', 'other-program'] as const);
  return { rule, why };
}
