import type { Visitor } from '../authority.ts';
import { official, STYLE, type Tongue, tongueOf } from '../layout.ts';
import { makePdf } from '../pdf.ts';
import { logOut, type Service, sendToLogin, takeAnswer, visitorOf } from '../service.ts';
import { type Answer, type Ask, html, type Reply, redirect, type Site } from '../site.ts';
import { irisboxChanged } from './irisbox-changed.ts';
import { COMMUNES, WORDS } from './irisbox-words.ts';
import { moving, REFERENCE } from './moving.ts';
import { tricks } from './tricks.ts';

const SERVICE: Service = {
  host: 'irisbox.irisnet.be',
  cookie: 'IRISBOX_SESSION',
  acs: '/irisbox/saml/acs',
  home: '/irisbox/home',
};

/** The electronic counter of Brussels, as small as it can be and still be one. */
export const irisbox: Site = (ask) => {
  const { path } = ask;
  if (path === '/style.css') return { type: 'text/css', body: STYLE, headers: { 'Cache-Control': 'max-age=3600' } };
  if (path === '/') return redirect(SERVICE.home);
  const trick = tricks(ask);
  if (trick) return trick;
  const route = ROUTES[path];
  if (!route) return null;
  if (ask.inside.behaviour.changed && !path.startsWith('/irisbox/saml/')) return irisboxChanged(ask);
  return route(ask, tongueOf(ask));
};

const ROUTES: Record<string, (ask: Ask, tongue: Tongue) => Answer> = {
  '/irisbox/home': (ask, tongue) => {
    const w = WORDS[tongue];
    const options = COMMUNES.map((name) => `<option>${name}</option>`).join('');
    const form = `<form class="box" action="/irisbox/commune"><label for="commune">${w.commune}<select id="commune" name="commune">${options}</select></label><button id="choose">${w.go}</button></form>`;
    return show(ask, tongue, w.choose, `<p>${w.home}</p>${form}`);
  },
  '/irisbox/commune': ({ query }) => {
    const commune = COMMUNES.find((name) => name === query.get('commune')) ?? 'Schaerbeek';
    return redirect('/irisbox/start', 302, { 'Set-Cookie': `commune=${commune}; Path=/; Secure; Max-Age=31536000` });
  },
  '/irisbox/start': (ask, tongue) => {
    const w = WORDS[tongue];
    if (visitorOf(SERVICE, ask)) return redirect('/irisbox/services');
    const commune = html(ask.cookies.get('commune') ?? '');
    return show(
      ask,
      tongue,
      w.start,
      `<div class="box"><p>${commune}</p><p>${w.why}</p><a id="login" class="btn" href="/irisbox/login">${w.login}</a></div>`,
    );
  },
  '/irisbox/login': (ask, tongue) => sendToLogin(SERVICE, ask, ask.query.get('next') ?? '/irisbox/services', tongue),
  '/irisbox/saml/acs': (ask) => takeAnswer(SERVICE, ask),
  '/irisbox/logout': (ask) => logOut(SERVICE, ask),
  '/irisbox/services': inside((ask, tongue, { first, name }) => {
    const w = WORDS[tongue];
    const links = [
      `<a id="household" href="/irisbox/household">${w.household}</a>`,
      `<a href="/irisbox/residence">${w.residence}</a>`,
      `<a id="moving" href="/irisbox/moving">${w.moving}</a>`,
    ];
    const list = links.map((link) => `<li>${link}</li>`).join('');
    return show(ask, tongue, w.services, `<p>${w.hello} ${html(`${first} ${name}`)}</p><ul class="tiles">${list}</ul>`);
  }),
  '/irisbox/household': inside((ask, tongue, visitor) => {
    const w = WORDS[tongue];
    const rows = household(visitor).map(
      ([who, year], at) => `<tr><td>${html(who)}</td><td>${year}</td><td>${w.relations[at ? 1 : 0]}</td></tr>`,
    );
    const table = `<table id="persons"><tr><th>${w.person}</th><th>${w.born}</th><th>${w.relation}</th></tr>${rows.join('')}</table>`;
    return show(
      ask,
      tongue,
      w.check,
      `${table}<p>${w.right}</p><a id="confirm" class="btn" href="/irisbox/household/ready">${w.confirm}</a>`,
    );
  }),
  '/irisbox/household/ready': inside((ask, tongue) => {
    const w = WORDS[tongue];
    const file = '/irisbox/household/document.pdf';
    const ways = `<a id="download" class="btn" href="${file}" download>${w.download}</a> <a id="open" class="btn second" href="${file}?inline=1" target="_blank">${w.open}</a> <button id="print" class="second" onclick="print()">${w.print}</button>`;
    return show(ask, tongue, w.ready, `<div class="box"><p>${w.household}.pdf</p>${ways}</div>`);
  }),
  '/irisbox/household/document.pdf': inside((ask, tongue, visitor) => {
    const w = WORDS[tongue];
    const lines = [w.household, ask.cookies.get('commune') ?? '', ...household(visitor).map(([who, year]) => `${who}, ${year}`)];
    const how = ask.query.has('inline') ? 'inline' : 'attachment';
    const headers = { 'Content-Disposition': `${how}; filename="composition-de-menage.pdf"`, 'Cache-Control': 'no-store' };
    return { type: 'application/pdf', body: makePdf(lines), headers };
  }),
  '/irisbox/moving/receipt.pdf': (_ask, tongue) => {
    const w = WORDS[tongue];
    const headers = { 'Content-Disposition': 'attachment; filename="accuse-de-reception.pdf"', 'Cache-Control': 'no-store' };
    return { type: 'application/pdf', body: makePdf([w.sent, `${w.reference} ${REFERENCE}`]), headers };
  },
  '/irisbox/moving': (ask, tongue) => moving(ask, tongue, (title, main) => show(ask, tongue, title, main)),
};

/** Pages for whoever is logged in; the others are sent to the log-in and brought back. */
function inside(then: (ask: Ask, tongue: Tongue, visitor: Visitor) => Answer): (ask: Ask, tongue: Tongue) => Answer {
  return (ask, tongue) => {
    const visitor = visitorOf(SERVICE, ask);
    return visitor ? then(ask, tongue, visitor) : sendToLogin(SERVICE, ask, ask.path, tongue);
  };
}

function show(ask: Ask, tongue: Tongue, title: string, main: string): Reply {
  const w = WORDS[tongue];
  const visitor = visitorOf(SERVICE, ask);
  return official(
    {
      ...{
        site: 'IRISbox',
        owner: 'Région de Bruxelles-Capitale · Brussels Hoofdstedelijk Gewest',
        colour: '#1a4f9c',
        title,
        tongue,
      },
      ...{ visitor: visitor && `${visitor.first} ${visitor.name}`, logout: { href: '/irisbox/logout', label: w.logout } },
      ...(!ask.cookies.has('consent') && { banner: { text: w.cookies, agree: w.agree, refuse: w.refuse } }),
    },
    main,
  );
}

/** Who lives there: the visitor, and a child whom nobody knows. */
function household({ first, name, number }: Visitor): [string, string][] {
  const year = Number(number.slice(0, 2));
  return [
    [`${first} ${name}`, String(year > 26 ? 1900 + year : 2000 + year)],
    [`Sacha ${name}`, '2015'],
  ];
}
