import type { DownloadItem, Session, WebContents } from 'electron';
import { type Allowed, type Attempt, judge } from '../../core/portal/policy.ts';
import { keepInline } from './inline.ts';
import type { PortalDownloads } from './ports.ts';
import type { Refusals } from './refusals.ts';

/** What a session's pages send to be kept: judged, then handed on whole. Without anybody to keep it, nothing is. */
export interface Arrivals {
  /** A page made a document itself (`blob:`) and would show it in a page of its own: it is taken if it is a document. */
  shown(contents: WebContents, url: string): void;
}

export function guardArrivals(
  session: Session,
  allowed: Allowed,
  downloads: PortalDownloads | undefined,
  refusals: Refusals,
): Arrivals {
  /** Refused as a page, and told so already. */
  const shown = new Set<string>();
  let underWay = 0;
  keepInline(session);
  session.on('will-download', (event, item, contents) => {
    const verdict = judge(allowed, { ...attemptOf(item, contents), underWay });
    const again = shown.delete(item.getURL());
    if (verdict.allowed && downloads) {
      if (again) refusals.read();
      underWay += 1;
      item.once('done', () => {
        underWay -= 1;
      });
      return downloads.take(item, () => refusals.refuse('download', item.getURL()));
    }
    event.preventDefault();
    if (!again) refusals.refuse(verdict.allowed ? 'download' : verdict.why, item.getURL());
  });
  return {
    shown(contents, url) {
      if (!downloads || !/^blob:/i.test(url)) return;
      shown.add(url);
      contents.downloadURL(url);
    },
  };
}

function attemptOf(item: DownloadItem, contents: WebContents): Attempt & { kind: 'download' } {
  const from = contents.isDestroyed() ? undefined : contents.getURL();
  const file = { url: item.getURL(), mime: item.getMimeType(), bytes: item.getTotalBytes(), name: item.getFilename() };
  return { kind: 'download', ...file, ...(from !== undefined && { from }) };
}
