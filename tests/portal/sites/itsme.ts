import { official, STYLE, tongueOf } from '../layout.ts';
import { CSAM } from '../service.ts';
import { autoPost, type Site } from '../site.ts';

const WORDS = {
  fr: {
    title: 'S’identifier avec itsme',
    number: 'Numéro de téléphone',
    send: 'Envoyer',
    wait: 'Ouvrez l’app itsme sur votre téléphone.',
  },
  nl: {
    title: 'Identificeer u met itsme',
    number: 'Telefoonnummer',
    send: 'Versturen',
    wait: 'Open de itsme-app op uw telefoon.',
  },
  en: { title: 'Identify yourself with itsme', number: 'Phone number', send: 'Send', wait: 'Open the itsme app on your phone.' },
};
/** Who agrees at the phone. Nobody. */
const HOLDER = { first: 'Camille', name: 'Essai', number: '90010190101' };

/** The log-in by phone: a number, then waiting for the app. */
export const itsme: Site = (ask) => {
  const { path, query, form, inside } = ask;
  if (path === '/style.css') return { type: 'text/css', body: STYLE };
  const tongue = tongueOf(ask);
  const w = WORDS[tongue];
  const look = { site: 'itsme', owner: 'Belgian Mobile ID', colour: '#b5400a', title: w.title, tongue };
  const id = (query.get('SAMLRequest') ?? form.get('SAMLRequest') ?? '').replace(/[^0-9a-f]/g, '');
  if (path === '/v2/authorization')
    return official(
      look,
      `<form class="box" method="post" action="/v2/wait?SAMLRequest=${id}"><label for="phone">${w.number}<input id="phone" name="phone" type="tel" autocomplete="tel"></label><button>${w.send}</button></form>`,
    );
  if (path !== '/v2/wait') return null;
  if (inside.behaviour.itsme)
    return autoPost(`${CSAM}/fas/back`, { SAMLRequest: id, ticket: inside.gate.answer(HOLDER), means: 'itsme' });
  return official(look, `<p id="wait" class="box">${w.wait}</p><p class="big">▲ ● ■</p>`, {
    headers: { Refresh: `1; url=/v2/wait?SAMLRequest=${id}` },
  });
};
