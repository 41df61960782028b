import { official, STYLE, type Tongue, tongueOf } from '../layout.ts';
import { logOut, type Service, sendToLogin, takeAnswer, visitorOf } from '../service.ts';
import { type Reply, redirect, type Site } from '../site.ts';

const WORDS = {
  fr: {
    home: 'Votre pension en ligne',
    login: 'Se connecter',
    logout: 'Se déconnecter',
    title: 'Ma pension',
    soonest: 'Date la plus proche possible',
    legal: 'Date légale',
    amount: 'Montant estimé par mois',
    career: 'Ma carrière pension',
    year: 'Année',
    work: 'Activité',
    employee: 'Salarié',
    gap: 'Rien n’est connu',
    report: 'Signaler une erreur',
  },
  nl: {
    home: 'Uw pensioen online',
    login: 'Aanmelden',
    logout: 'Afmelden',
    title: 'Mijn pensioen',
    soonest: 'Vroegst mogelijke datum',
    legal: 'Wettelijke datum',
    amount: 'Geschat bedrag per maand',
    career: 'Mijn loopbaan',
    year: 'Jaar',
    work: 'Activiteit',
    employee: 'Werknemer',
    gap: 'Niets bekend',
    report: 'Een fout melden',
  },
  en: {
    home: 'Your pension online',
    login: 'Log in',
    logout: 'Log out',
    title: 'My pension',
    soonest: 'Earliest possible date',
    legal: 'Legal date',
    amount: 'Estimated amount a month',
    career: 'My pension career',
    year: 'Year',
    work: 'Activity',
    employee: 'Employee',
    gap: 'Nothing is known',
    report: 'Report a mistake',
  },
};

/** The pension site: an estimate and a career, for whoever is logged in. */
export const mypension: Site = (ask) => {
  const { path } = ask;
  const service: Service = { host: ask.host, cookie: 'MP_SESSION', acs: '/saml/acs', home: '/' };
  const tongue = tongueOf(ask);
  const w = WORDS[tongue];
  if (path === '/style.css') return { type: 'text/css', body: STYLE };
  if (path === '/saml/acs') return takeAnswer(service, ask);
  if (path === '/login') return sendToLogin(service, ask, '/pension', tongue);
  if (path === '/logout') return logOut(service, ask);
  const visitor = visitorOf(service, ask);
  if (path === '/') {
    if (visitor) return redirect('/pension');
    return show(tongue, w.home, `<div class="box"><a id="login" class="btn" href="/login">${w.login}</a></div>`);
  }
  if (path !== '/pension' && path !== '/carriere') return null;
  if (!visitor) return redirect('/login');
  const who = `${visitor.first} ${visitor.name}`;
  const main = path === '/pension' ? pension(w) : career(w);
  return show(tongue, path === '/pension' ? w.title : w.career, main, who);
};

function pension(w: (typeof WORDS)['fr']): string {
  const facts = [
    [w.soonest, '01/03/2047'],
    [w.legal, '01/08/2052'],
    [w.amount, '1 734 €'],
  ];
  const boxes = facts.map(([label, value]) => `<div class="box">${label}<p class="big">${value}</p></div>`).join('');
  return `${boxes}<a id="career" class="btn" href="/carriere">${w.career}</a>`;
}

function career(w: (typeof WORDS)['fr']): string {
  const years = [2019, 2020, 2021, 2022, 2023];
  const rows = years.map((year) => `<tr><td>${year}</td><td>${year === 2021 ? w.gap : w.employee}</td></tr>`).join('');
  return `<table><tr><th>${w.year}</th><th>${w.work}</th></tr>${rows}</table><p><a href="mailto:info@sfpd.example">${w.report}</a></p>`;
}

function show(tongue: Tongue, title: string, main: string, visitor: string | null = null): Reply {
  const w = WORDS[tongue];
  const look = { site: 'mypension.be', owner: 'Service fédéral des Pensions', colour: '#00695c', title, tongue };
  return official({ ...look, visitor, logout: { href: '/logout', label: w.logout } }, main);
}
