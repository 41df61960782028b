import type { Tongue } from '../layout.ts';

interface Words {
  home: string;
  choose: string;
  commune: string;
  go: string;
  start: string;
  why: string;
  login: string;
  logout: string;
  services: string;
  hello: string;
  household: string;
  residence: string;
  moving: string;
  check: string;
  person: string;
  born: string;
  relation: string;
  relations: readonly [string, string];
  right: string;
  confirm: string;
  ready: string;
  download: string;
  open: string;
  print: string;
  refused: string;
  cookies: string;
  agree: string;
  refuse: string;
  change: string;
  steps: readonly [string, string, string];
  fields: Record<
    'given' | 'name' | 'street' | 'code' | 'city' | 'birth' | 'niss' | 'mail' | 'password' | 'once' | 'proof',
    string
  >;
  next: string;
  send: string;
  sent: string;
  reference: string;
}

export const WORDS: Record<Tongue, Words> = {
  fr: {
    home: 'Le guichet électronique de votre commune',
    choose: 'Choisissez votre commune',
    commune: 'Commune',
    go: 'Continuer',
    start: 'Vos documents en ligne',
    why: 'Pour demander un document, vous devez prouver qui vous êtes.',
    login: 'Se connecter',
    logout: 'Se déconnecter',
    services: 'Quel document voulez-vous ?',
    hello: 'Bonjour',
    household: 'Composition de ménage',
    residence: 'Certificat de résidence',
    moving: 'Changer d’adresse',
    check: 'Vérifiez les personnes',
    person: 'Personne',
    born: 'Née ou né en',
    relation: 'Lien',
    relations: ['personne de référence', 'enfant'],
    right: 'Ces personnes habitent à votre adresse. Est-ce exact ?',
    confirm: 'Oui, c’est exact',
    ready: 'Votre document est prêt',
    download: 'Télécharger le document',
    open: 'Ouvrir le document',
    print: 'Imprimer cette page',
    refused: 'Vous n’êtes pas connecté.',
    cookies: 'Ce site utilise des cookies pour fonctionner et pour ses statistiques.',
    agree: 'Tout accepter',
    refuse: 'Refuser',
    change: 'Changer d’adresse',
    steps: ['Vous', 'Preuves', 'Envoi'],
    fields: {
      given: 'Prénom',
      name: 'Nom',
      street: 'Rue et numéro',
      code: 'Code postal',
      city: 'Commune',
      birth: 'Date de naissance',
      niss: 'Numéro de registre national',
      mail: 'E-mail',
      password: 'Mot de passe du dossier',
      once: 'Code reçu par SMS',
      proof: 'Preuve (PDF ou photo)',
    },
    next: 'Suivant',
    send: 'Envoyer',
    sent: 'Votre demande est envoyée',
    reference: 'Référence',
  },
  nl: {
    home: 'Het elektronische loket van uw gemeente',
    choose: 'Kies uw gemeente',
    commune: 'Gemeente',
    go: 'Verder',
    start: 'Uw documenten online',
    why: 'Om een document te vragen, moet u bewijzen wie u bent.',
    login: 'Aanmelden',
    logout: 'Afmelden',
    services: 'Welk document wilt u?',
    hello: 'Dag',
    household: 'Gezinssamenstelling',
    residence: 'Bewijs van woonst',
    moving: 'Adres wijzigen',
    check: 'Kijk de personen na',
    person: 'Persoon',
    born: 'Geboren in',
    relation: 'Band',
    relations: ['referentiepersoon', 'kind'],
    right: 'Deze personen wonen op uw adres. Klopt dat?',
    confirm: 'Ja, dat klopt',
    ready: 'Uw document is klaar',
    download: 'Het document downloaden',
    open: 'Het document openen',
    print: 'Deze pagina afdrukken',
    refused: 'U bent niet aangemeld.',
    cookies: 'Deze site gebruikt cookies om te werken en voor statistieken.',
    agree: 'Alles aanvaarden',
    refuse: 'Weigeren',
    change: 'Adres wijzigen',
    steps: ['U', 'Bewijzen', 'Versturen'],
    fields: {
      given: 'Voornaam',
      name: 'Naam',
      street: 'Straat en nummer',
      code: 'Postcode',
      city: 'Gemeente',
      birth: 'Geboortedatum',
      niss: 'Rijksregisternummer',
      mail: 'E-mail',
      password: 'Wachtwoord van het dossier',
      once: 'Code per sms',
      proof: 'Bewijs (pdf of foto)',
    },
    next: 'Volgende',
    send: 'Versturen',
    sent: 'Uw aanvraag is verstuurd',
    reference: 'Referentie',
  },
  en: {
    home: 'Your municipality’s electronic counter',
    choose: 'Choose your municipality',
    commune: 'Municipality',
    go: 'Continue',
    start: 'Your documents online',
    why: 'To ask for a document, you must prove who you are.',
    login: 'Log in',
    logout: 'Log out',
    services: 'Which document do you want?',
    hello: 'Hello',
    household: 'Household composition',
    residence: 'Certificate of residence',
    moving: 'Change address',
    check: 'Check the persons',
    person: 'Person',
    born: 'Born in',
    relation: 'Relation',
    relations: ['reference person', 'child'],
    right: 'These persons live at your address. Is that right?',
    confirm: 'Yes, that is right',
    ready: 'Your document is ready',
    download: 'Download the document',
    open: 'Open the document',
    print: 'Print this page',
    refused: 'You are not logged in.',
    cookies: 'This site uses cookies to work and for its statistics.',
    agree: 'Accept all',
    refuse: 'Refuse',
    change: 'Change address',
    steps: ['You', 'Evidence', 'Sending'],
    fields: {
      given: 'First name',
      name: 'Name',
      street: 'Street and number',
      code: 'Postcode',
      city: 'Municipality',
      birth: 'Date of birth',
      niss: 'National register number',
      mail: 'E-mail',
      password: 'Password of the file',
      once: 'Code by text message',
      proof: 'Evidence (PDF or photo)',
    },
    next: 'Next',
    send: 'Send',
    sent: 'Your request is sent',
    reference: 'Reference',
  },
};

/** The nineteen municipalities of Brussels. */
export const COMMUNES = [
  ...[
    'Anderlecht',
    'Auderghem',
    'Berchem-Sainte-Agathe',
    'Bruxelles',
    'Etterbeek',
    'Evere',
    'Forest',
    'Ganshoren',
    'Ixelles',
    'Jette',
  ],
  ...[
    'Koekelberg',
    'Molenbeek-Saint-Jean',
    'Saint-Gilles',
    'Saint-Josse-ten-Noode',
    'Schaerbeek',
    'Uccle',
    'Watermael-Boitsfort',
  ],
  ...['Woluwe-Saint-Lambert', 'Woluwe-Saint-Pierre'],
] as const;
