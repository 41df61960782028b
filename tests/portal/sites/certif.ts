import { official, STYLE, tongueOf } from '../layout.ts';
import { CSAM } from '../service.ts';
import { autoPost, type Site } from '../site.ts';

const WORDS = {
  fr: {
    title: 'La connexion avec la carte a échoué',
    none: 'Aucun certificat n’a été présenté.',
    bad: 'Le certificat n’a pas été accepté.',
  },
  nl: {
    title: 'Aanmelden met de kaart is mislukt',
    none: 'Er werd geen certificaat getoond.',
    bad: 'Het certificaat werd niet aanvaard.',
  },
  en: { title: 'Logging in with the card failed', none: 'No certificate was shown.', bad: 'The certificate was not accepted.' },
};

/** Where the card's certificate is demanded. TLS proved that the key is there; who vouches for it is judged here. */
export const certif: Site = (ask) => {
  const { path, query, certificate, inside } = ask;
  if (path === '/style.css') return { type: 'text/css', body: STYLE };
  if (path !== '/fas/eid') return null;
  const visitor = certificate && inside.behaviour.login !== 'denies' && inside.judge.judge(certificate);
  if (visitor)
    return autoPost(`${CSAM}/fas/back`, { SAMLRequest: query.get('SAMLRequest') ?? '', ticket: inside.gate.answer(visitor) });
  const tongue = tongueOf(ask);
  const w = WORDS[tongue];
  const look = { site: 'CSAM', owner: 'belgium.be', colour: '#0b3c5d', title: w.title, tongue };
  return official(look, `<p id="${certificate ? 'bad' : 'none'}" class="note">${certificate ? w.bad : w.none}</p>`, {
    status: 403,
  });
};
