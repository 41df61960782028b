import { official, STYLE, tongueOf } from '../layout.ts';
import { html, type Site } from '../site.ts';

const WORDS = {
  fr: {
    title: 'Redemander vos codes PIN et PUK',
    text: 'Vos codes arrivent à votre commune.',
    card: 'Numéro de la carte',
    niss: 'Numéro de registre national',
    send: 'Envoyer',
    done: 'Votre demande est envoyée',
  },
  nl: {
    title: 'Nieuwe PIN- en PUK-code aanvragen',
    text: 'Uw codes komen aan bij uw gemeente.',
    card: 'Nummer van de kaart',
    niss: 'Rijksregisternummer',
    send: 'Versturen',
    done: 'Uw aanvraag is verstuurd',
  },
  en: {
    title: 'Ask for your PIN and PUK codes again',
    text: 'Your codes arrive at your municipality.',
    card: 'Number of the card',
    niss: 'National register number',
    send: 'Send',
    done: 'Your request is sent',
  },
};

/** The register's site: new codes for a card. */
export const ibz: Site = (ask) => {
  if (ask.path === '/style.css') return { type: 'text/css', body: STYLE };
  if (ask.path !== '/' && ask.path !== '/codes') return null;
  const tongue = tongueOf(ask);
  const w = WORDS[tongue];
  const look = { site: 'IBZ', owner: 'SPF Intérieur · FOD Binnenlandse Zaken', colour: '#5b2a86', tongue };
  if (ask.method === 'POST')
    return official({ ...look, title: w.done }, `<p class="box">${html(ask.form.get('card') ?? '')}</p>`);
  const field = (id: 'card' | 'niss') => `<label for="${id}">${w[id]}<input id="${id}" name="${id}" inputmode="numeric"></label>`;
  const form = `<form class="box" method="post" action="/codes">${field('card')}${field('niss')}<button>${w.send}</button></form>`;
  return official({ ...look, title: w.title }, `<p>${w.text}</p>${form}`);
};
