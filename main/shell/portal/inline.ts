import type { Session } from 'electron';

/** A picture in a picture would be a window above all of ours; Chromium has no other switch for that of a film (Permissions Policy, 9). */
const NEVER = 'picture-in-picture=()';

/**
 * What the head of an answer says is changed where a site would get past the pane. A document that it would show in the page comes as a
 * document of the visit instead: Chromium's own viewer has buttons that print and save, links, and a page of its own that nobody here
 * guards. And no page may show a film in a window of its own.
 */
export function keepInline(session: Session): void {
  session.webRequest.onHeadersReceived(({ responseHeaders = {}, resourceType }, answer) => {
    if (resourceType !== 'mainFrame' && resourceType !== 'subFrame' && resourceType !== 'object') return answer({});
    const headers = new Map(Object.entries(responseHeaders).map(([name, values]) => [name.toLowerCase(), values]));
    // Of two words about one thing the last one holds (RFC 8941, 3.2).
    headers.set('permissions-policy', [...(headers.get('permissions-policy') ?? []), NEVER]);
    if (/^\s*application\/(?:x-)?pdf\b/i.test(headers.get('content-type')?.at(-1) ?? '')) {
      const how = headers.get('content-disposition')?.at(-1) ?? '';
      // Its name stays, what is to be done with it changes (RFC 6266).
      const name = how.includes(';') ? how.slice(how.indexOf(';')) : '';
      headers.set('content-disposition', [`attachment${name}`]);
    }
    answer({ responseHeaders: Object.fromEntries(headers) });
  });
}
