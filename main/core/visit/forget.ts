/** Who can make a thing disappear: the card service, the PIN dialogue, the print service, the visit itself, or the shell (windows and files). */
type Holder = 'card' | 'code' | 'shell' | 'visit' | 'print';

/**
 * Everything a visit leaves behind, in the order in which it is forgotten, and who forgets it. The one list (house, rule 7): what
 * a visit newly makes is added here in the same commit. `withCard`: also gone at once when the card is taken.
 */
export const LEFT_BEHIND = [
  /** A code being typed, the PIN window, and how many codes were wrong. (Without the card the dialogue closes too, but still counts.) */
  { id: 'code', holder: 'code', withCard: false },
  /** The portal's pages, and the partition made for them: cookies, storage, log-ins, connections. */
  { id: 'portal', holder: 'shell', withCard: true },
  /** Facts read from the card, and the consent to read them. */
  { id: 'card', holder: 'card', withCard: true },
  /** The sheet held for the printer's page. */
  { id: 'paper', holder: 'shell', withCard: false },
  /** Documents: the portal's, scanned ones, photos; and what is on its way to or from them. */
  { id: 'papers', holder: 'shell', withCard: false },
  { id: 'clipboard', holder: 'shell', withCard: false },
  { id: 'temp', holder: 'shell', withCard: false },
  { id: 'downloads', holder: 'shell', withCard: false },
  /** A call for a person, and its answer. */
  { id: 'call', holder: 'visit', withCard: false },
  /** The draft of the assistance; dropped once the record is written. */
  { id: 'draft', holder: 'visit', withCard: false },
  /** The file that says "a visit is open", for the day the power goes: what is left now, a power cut takes too. */
  { id: 'marker', holder: 'visit', withCard: false },
  /** The window: what was on screen, answers, history, the memory of its process. What is left of the rest is counted before, and shown in it. */
  { id: 'screen', holder: 'shell', withCard: false },
  /** Cookies, storage and caches of the window's partition. */
  { id: 'page-storage', holder: 'shell', withCard: false },
  /** Job files of the print queue. Last and apart: a page still printing may take a while, the next person need not wait for it. */
  { id: 'print-spool', holder: 'print', withCard: false },
] as const satisfies readonly { id: string; holder: Holder; withCard: boolean }[];

type Item = (typeof LEFT_BEHIND)[number];
export type LeftBehind = Item['id'];
/** The part of the list that the shell must know how to forget. */
export type ShellItem = Extract<Item, { holder: 'shell' }>['id'];
