import { official, STYLE, tongueOf } from '../layout.ts';
import { type Answer, type Ask, autoPost, type Site } from '../site.ts';

const COOKIE = 'FAS_SSO';
const WORDS = {
  fr: {
    title: 'Choisissez votre clé numérique',
    eid: 'eID, avec un lecteur de carte',
    itsme: 'itsme',
    stop: 'Annuler',
    lost: 'La demande de connexion n’existe plus.',
  },
  nl: {
    title: 'Kies uw digitale sleutel',
    eid: 'eID, met een kaartlezer',
    itsme: 'itsme',
    stop: 'Annuleren',
    lost: 'De aanvraag bestaat niet meer.',
  },
  en: {
    title: 'Choose your digital key',
    eid: 'eID, with a card reader',
    itsme: 'itsme',
    stop: 'Cancel',
    lost: 'The request is no longer there.',
  },
};

/** The state's log-in: which key, and back to who asked, with a message that the browser posts. It remembers who came. */
export const csam: Site = (ask) => {
  const { path, query, form, inside, cookies } = ask;
  if (path === '/style.css') return { type: 'text/css', body: STYLE };
  if (path === '/fas/sso') {
    const known = inside.gate.visitor(cookies.get(COOKIE));
    const id = query.get('SAMLRequest') ?? '';
    if (!known || !inside.gate.question(id)) return choice(ask, id);
    inside.record.logins.push({ site: inside.gate.question(id)?.site ?? '', who: `${known.first} ${known.name}`, means: 'sso' });
    return back(ask, id, inside.gate.answer(known));
  }
  if (path === '/fas/back' && ask.method === 'POST') {
    const id = form.get('SAMLRequest') ?? '';
    const visitor = inside.gate.redeem(form.get('ticket') ?? '');
    const question = inside.gate.question(id);
    if (!visitor || !question) return choice(ask, id);
    inside.record.logins.push({
      site: question.site,
      who: `${visitor.first} ${visitor.name}`,
      means: form.get('means') === 'itsme' ? 'itsme' : 'eid',
    });
    const session = `${COOKIE}=${inside.gate.open(visitor)}; Path=/; Secure; HttpOnly; SameSite=None`;
    return back(ask, id, inside.gate.answer(visitor), session);
  }
  return null;
};

function choice(ask: Ask, id: string): Answer {
  const tongue = tongueOf(ask);
  const w = WORDS[tongue];
  const question = ask.inside.gate.question(id);
  const look = { site: 'CSAM', owner: 'belgium.be', colour: '#0b3c5d', title: w.title, tongue };
  if (!question) return official(look, `<p class="note">${w.lost}</p>`, { status: 400 });
  const keys = [
    `<a id="eid" href="https://certif.iamfas.belgium.be/fas/eid?SAMLRequest=${id}">${w.eid}</a>`,
    `<a id="itsme" href="https://idp.prd.itsme.services/v2/authorization?SAMLRequest=${id}">${w.itsme}</a>`,
  ];
  const list = keys.map((key) => `<li>${key}</li>`).join('');
  return official(look, `<ul class="tiles">${list}</ul><p><a id="cancel" href="https://${question.site}/">${w.stop}</a></p>`);
}

function back({ inside }: Ask, id: string, response: string, cookie?: string): Answer {
  const to = inside.gate.question(id)?.back ?? '/';
  return autoPost(to, { SAMLResponse: response, RelayState: id }, cookie ? { headers: { 'Set-Cookie': cookie } } : {});
}
