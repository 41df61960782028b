import { type BrowserWindow, type WebContents, WebContentsView, type WebPreferences } from 'electron';
import type { PaneRect } from '../../core/portal/view.ts';
import type { Page } from './page.ts';

/** The pages of one opening, one above the other; only the one on top is seen, where the kiosk's page says. */
export interface Pane {
  top(): Page | null;
  count(): number;
  find(contents: number): Page | null;
  /** Puts a page on top. */
  add(page: Page): void;
  /** Ends the page on top; never the first one. */
  close(): void;
  each(act: (page: Page) => void): void;
  place(rect: PaneRect | null): void;
  /** Shows and hides what is to be seen now. */
  lay(): void;
  drop(): void;
}

/** The pane in this window. `emptied`: the first page ended by itself. */
export function makePane(window: BrowserWindow, news: { changed(): void; emptied(): void }): Pane {
  const pages: Page[] = [];
  let rect: PaneRect | null = null;
  let over = false;

  const take = (view: WebContentsView) => {
    if (!window.isDestroyed()) window.contentView.removeChildView(view);
  };
  const lay = () => {
    const top = pages.at(-1);
    for (const page of pages) {
      const seen = page === top && rect !== null && page.shows();
      const had = !page.contents.isDestroyed() && page.contents.isFocused();
      page.view.setVisible(seen);
      if (seen && rect) page.view.setBounds(whole(rect));
      // Who types must not type into what cannot be seen.
      if (had && !seen && !window.isDestroyed()) window.webContents.focus();
    }
  };
  const ended = (page: Page) => {
    const at = pages.indexOf(page);
    if (at < 0 || over) return;
    pages.splice(at, 1);
    take(page.view);
    if (window.isDestroyed()) return;
    if (pages.length === 0) news.emptied();
    lay();
    news.changed();
  };

  return {
    top: () => pages.at(-1) ?? null,
    count: () => pages.length,
    find: (contents) => pages.find((page) => !page.contents.isDestroyed() && page.contents.id === contents) ?? null,
    add(page) {
      // The window may be gone a moment before the portal is.
      if (over || window.isDestroyed()) return page.drop();
      pages.push(page);
      page.view.setVisible(false);
      window.contentView.addChildView(page.view);
      page.contents.on('destroyed', () => ended(page));
      lay();
    },
    close() {
      const page = pages.length > 1 ? pages.at(-1) : null;
      page?.close();
    },
    each: (act) => {
      for (const page of pages) if (!page.contents.isDestroyed()) act(page);
    },
    place(next) {
      rect = next;
      lay();
    },
    lay,
    drop() {
      over = true;
      for (const page of pages.splice(0)) {
        page.drop();
        take(page.view);
      }
    },
  };
}

/** A view for new contents, or for those that exist already (a page opened them). */
export function viewOf(made: { webContents?: WebContents; webPreferences: WebPreferences }): WebContentsView {
  const view = new WebContentsView(made);
  view.setBackgroundColor('#ffffff');
  return view;
}

const whole = ({ x, y, width, height }: PaneRect) => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});
