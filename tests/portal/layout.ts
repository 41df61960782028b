import { type Ask, html, page, type Reply } from './site.ts';

export const TONGUES = ['fr', 'nl', 'en'] as const;
export type Tongue = (typeof TONGUES)[number];

/** The language of a site: as asked in the address, as chosen before, as the browser wants, or French. */
export function tongueOf({ query, cookies, headers }: Ask): Tongue {
  const accepted = String(headers['accept-language'] ?? '').slice(0, 2);
  const wanted = [query.get('lang'), cookies.get('lang'), accepted];
  return TONGUES.find((tongue) => tongue === wanted.find((one) => one && (TONGUES as readonly string[]).includes(one))) ?? 'fr';
}

export interface Look {
  readonly site: string;
  readonly owner: string;
  readonly colour: string;
  readonly title: string;
  readonly tongue: Tongue;
  /** Shown at the top right, with a way out. */
  readonly visitor?: string | null;
  readonly logout?: { readonly href: string; readonly label: string };
  /** The site asks about its cookies. */
  readonly banner?: { readonly text: string; readonly agree: string; readonly refuse: string };
}

/** A page with the sober look of a public service. `main` is HTML. */
export function official(look: Look, main: string, more: Reply = {}): Reply {
  const { site, owner, colour, title, tongue, visitor, logout, banner } = look;
  const languages = TONGUES.map(
    (one) => `<a href="?lang=${one}" lang="${one}"${one === tongue ? ' aria-current="true"' : ''}>${one.toUpperCase()}</a>`,
  );
  const person = visitor
    ? `<span class="who">${html(visitor)}</span> <a id="logout" href="${logout?.href ?? '/'}">${logout?.label ?? ''}</a>`
    : '';
  return page(
    `<!doctype html>
<html lang="${tongue}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(title)} · ${site}</title>
<link rel="stylesheet" href="/style.css"><style>:root{--c:${colour}}</style></head><body>
<header><div class="in"><a class="logo" href="/">${site}</a><span class="owner">${html(owner)}</span><nav>${languages.join('')}</nav>${person}</div></header>
<main class="in"><h1>${html(title)}</h1>${main}</main>
<footer><div class="in">${html(owner)} · ${site}</div></footer>
${banner ? cookieBanner(banner) : ''}</body></html>`,
    {
      ...more,
      headers: { 'Set-Cookie': `lang=${tongue}; Path=/; Secure; SameSite=Lax`, 'Cache-Control': 'no-store', ...more.headers },
    },
  );
}

/** The site's own question, which it forgets once answered. */
function cookieBanner({ text, agree, refuse }: NonNullable<Look['banner']>): string {
  const close = `document.cookie='consent='+this.name+'; path=/; secure; max-age=31536000';document.getElementById('consent').remove()`;
  return `<div id="consent" role="dialog" aria-label="cookies"><p>${html(text)}</p><button name="yes" onclick="${close}">${agree}</button><button name="no" class="second" onclick="${close}">${refuse}</button></div>`;
}

export const STYLE = `*{box-sizing:border-box}body{margin:0;font:17px/1.5 "Liberation Sans",Arial,sans-serif;color:#1d2733;background:#f3f5f7;min-height:100vh;display:flex;flex-direction:column}
.in{max-width:880px;margin:0 auto;padding:0 24px;width:100%}header{background:#fff;border-bottom:4px solid var(--c)}header .in{display:flex;align-items:center;gap:16px;min-height:64px;flex-wrap:wrap}
.logo{font-weight:700;font-size:24px;color:var(--c);text-decoration:none}.owner{color:#5a6775;font-size:14px;flex:1}header nav{display:flex;gap:4px}header nav a{padding:6px 10px;color:#1d2733;text-decoration:none;font-size:14px}header nav a[aria-current]{background:var(--c);color:#fff}
.who{font-weight:700}main.in{padding-top:24px;padding-bottom:48px;flex:1}h1{font-size:28px;line-height:1.25;margin:0 0 16px}h2{font-size:20px}a{color:var(--c)}
.box{background:#fff;border:1px solid #d5dbe1;padding:20px 24px;margin:0 0 16px}.tiles{display:grid;gap:12px;list-style:none;padding:0}.tiles a,.btn,button{display:inline-block;font:inherit;font-weight:700;background:var(--c);color:#fff;border:0;padding:12px 22px;text-decoration:none;cursor:pointer}
.tiles a{display:block;background:#fff;color:var(--c);border:1px solid #b9c3cd;border-left:6px solid var(--c)}.second,button.second{background:#fff;color:var(--c);box-shadow:inset 0 0 0 2px var(--c)}
label{display:block;margin:0 0 14px;font-weight:700}input,select,textarea{display:block;width:100%;max-width:420px;font:inherit;padding:10px;border:1px solid #71808f;margin-top:4px;background:#fff}input[type=checkbox]{display:inline-block;width:auto;margin-right:8px}
table{border-collapse:collapse;width:100%;background:#fff}th,td{text-align:left;padding:10px 12px;border:1px solid #d5dbe1}.steps{display:flex;gap:8px;list-style:none;padding:0;margin:0 0 16px}.steps li{flex:1;border-top:4px solid #c3ccd5;padding-top:6px;font-size:14px}.steps li[aria-current]{border-color:var(--c);font-weight:700}
.big{font-size:32px;font-weight:700;color:var(--c);margin:4px 0}.note{border-left:4px solid #c98a00;padding:10px 16px;background:#fff7e3}footer{background:#26323f;color:#dfe5eb;font-size:14px;padding:16px 0}
#consent{position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:3px solid var(--c);padding:16px 24px;display:flex;gap:12px;align-items:center;box-shadow:0 -4px 18px #0003}#consent p{flex:1;margin:0}`;
