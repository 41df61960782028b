import { createHash } from 'node:crypto';
import type { PaperRefusal, PhoneWords } from '../../../core/papers/view.ts';

const STYLE = `*{box-sizing:border-box}body{margin:0;padding:1.5rem;font:1.25rem/1.5 system-ui,sans-serif;color:#14213d;background:#fbf8f2}
main{max-width:34rem;margin:auto;display:grid;gap:1.2rem}h1{font-size:1.7rem;line-height:1.2;margin:0}p{margin:0}
form{display:grid;gap:1.2rem}label{display:grid;gap:.6rem;font-weight:700}
input{font:inherit;padding:1rem;border:3px solid #14213d;border-radius:16px;background:#fff;width:100%}
button{font:inherit;font-weight:700;padding:1.1rem;border:0;border-radius:16px;background:#0b4a4f;color:#fff}
.wrong{border-inline-start:8px solid #8f1d14;padding-inline-start:.8rem;font-weight:600}
.well{border-inline-start:8px solid #0b4a4f;padding-inline-start:.8rem;font-weight:600}`;

/** Of the page on the phone: no script, nothing from elsewhere, nothing kept, no address handed on. */
export const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
} as const;

const REFUSED = { kind: 'kind', 'too-big': 'tooBig', 'too-many': 'tooMany', broken: 'broken' } as const satisfies Record<
  PaperRefusal,
  keyof PhoneWords
>;

/** The page with its form, and what was wrong with the last try. */
export function askPage(words: PhoneWords, refused: PaperRefusal | null): string {
  const wrong = refused ? `<p class="wrong" role="alert">${plain(words[REFUSED[refused]])}</p>` : '';
  return page(
    words,
    `${wrong}<p>${plain(words.text)}</p>
<form method="post" enctype="multipart/form-data" autocomplete="off">
<label>${plain(words.choose)}<input type="file" name="paper" required accept="image/jpeg,image/png,application/pdf"></label>
<button>${plain(words.send)}</button></form>`,
  );
}

export const receivedPage = (words: PhoneWords): string =>
  page(words, `<p class="well" role="status">${plain(words.received)}</p>`);

function page(words: PhoneWords, inside: string): string {
  return `<!doctype html>
<html lang="${plain(words.language)}" dir="${words.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${plain(words.title)}</title><style>${STYLE}</style></head>
<body><main><h1>${plain(words.title)}</h1>${inside}</main></body></html>`;
}

const plain = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
