import type { Session } from 'electron';

/**
 * A document that a site would show in the page comes as a document of the visit instead: Chromium's own viewer has buttons that
 * print and save, links, and a page of its own that nobody here guards.
 */
export function keepInline(session: Session): void {
  session.webRequest.onHeadersReceived(({ responseHeaders = {}, resourceType }, answer) => {
    const shown = resourceType === 'mainFrame' || resourceType === 'subFrame' || resourceType === 'object';
    const headers = new Map(Object.entries(responseHeaders).map(([name, values]) => [name.toLowerCase(), values]));
    const type = headers.get('content-type')?.at(-1) ?? '';
    if (!shown || !/^\s*application\/(?:x-)?pdf\b/i.test(type)) return answer({});
    const how = headers.get('content-disposition')?.at(-1) ?? '';
    // Its name stays, what is to be done with it changes (RFC 6266).
    const name = how.includes(';') ? how.slice(how.indexOf(';')) : '';
    headers.set('content-disposition', [`attachment${name}`]);
    answer({ responseHeaders: Object.fromEntries(headers) });
  });
}
