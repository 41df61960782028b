import { z } from 'zod';
import { ProcedureId } from '../procedure/schema.ts';

/** Why a place, or an act of the page, was refused: its plain words say what to do instead. */
export const REFUSALS = [
  /** Another site than those of this procedure. */
  'other-site',
  /** The right host, a part of it that does not belong to this procedure. */
  'other-part',
  /** Not encrypted. */
  'not-secure',
  /** It looks like an official name and is none. */
  'look-alike',
  /** Written so that nobody can be sure where it leads: a name or a port in it, a path that servers read in two ways. */
  'odd-address',
  /** No web address of any kind we show: mail, phone, file, another program, a page made of text. */
  'other-program',
  'mail',
  'phone',
  'file',
  /** A file that is no document or picture, or too big. */
  'download',
  /** Camera, place, notices, screen, devices … */
  'permission',
  /** Too many new pages. */
  'too-many-pages',
  /** A thing dropped on the page, a key, a menu: not at a counter. */
  'not-here',
] as const;
export const Refusal = z.enum(REFUSALS);
export type Refusal = z.infer<typeof Refusal>;

/** Why the portal cannot be shown; a screen of ours stands in its place, with the other ways. */
export const PORTAL_TROUBLES = [
  'offline',
  /** The site does not answer, or says that it is out of order. */
  'down',
  /** No such site, or no such page. */
  'not-found',
  /** Its certificate is not what it must be. */
  'certificate',
  'blocked',
  'crashed',
  // Log in with the eID
  'login-no-card',
  'login-not-eid',
  'login-unreadable',
  /** Another card lies in another reader: the code of one could be asked of the other. */
  'login-two-cards',
  /** A child's card: it has no log-in key. */
  'login-no-key',
  'login-expired',
  /** The card needs a program that is not installed here (applet 1.8 without the middleware of the State). */
  'login-module',
  /** Site and card have no way of signing in common (TLS 1.3 and an RSA card). */
  'login-no-common',
  /** The site did not take the certificate. */
  'login-refused',
  /** The citizen said no, or the code was not given. */
  'login-cancelled',
  /** Two wrong codes, or the code is blocked: nothing more is tried. */
  'login-code',
  'login-failed',
] as const;
export const PortalTrouble = z.enum(PORTAL_TROUBLES);
export type PortalTrouble = z.infer<typeof PortalTrouble>;
export type LoginTrouble = Extract<PortalTrouble, `login-${string}`>;

export const PortalSite = z.strictObject({
  /** What people call it, e.g. IRISbox; of a log-in place, `null`. */
  name: z.string().nullable(),
  host: z.string(),
  /** `portal`: of the procedure; `login`: where one proves who one is. */
  kind: z.enum(['portal', 'login']),
  /** Organisation in the site's certificate; null when it names none. */
  holder: z.string().nullable(),
});
export type PortalSite = z.infer<typeof PortalSite>;

/** What the kiosk knows of the portal beside the guide. Never an address with its query, never what is on the page (but `says`). */
export const PortalView = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('closed') }),
  z.strictObject({
    phase: z.literal('open'),
    procedure: ProcedureId,
    site: PortalSite,
    loading: z.boolean(),
    /** There is a page to go back to. */
    back: z.boolean(),
    /** Pages opened above the first one, each to be closed. */
    stacked: z.int().min(0),
    trouble: PortalTrouble.nullable(),
    /** What was refused last, until the page moves on or it is put away. `serial` tells one from the next. */
    refused: z.strictObject({ why: Refusal, host: z.string().max(253).nullable(), serial: z.int() }).nullable(),
    /** The step of the guide that the portal is at, from 1; null when no hint matches. */
    step: z.int().min(1).nullable(),
    /** `unhinted`: nobody wrote hints for this site; `different`: none of them matches for a while. */
    looks: z.enum(['unhinted', 'known', 'different']),
    /** "Show me where": what came of it. */
    shown: z.enum(['none', 'ringed', 'not-found']),
    /** The page asked to be printed: the citizen says whether, and where; or puts it away (`dismiss`). */
    printing: z.literal(true).optional(),
    /** The page says something (`tell`), or asks yes or no (`ask`), and waits: in its own words, which go nowhere but on the screen. */
    says: z.strictObject({ kind: z.enum(['tell', 'ask']), text: z.string().max(600), serial: z.int() }).optional(),
    /** Before the card's certificate is sent: whose, to whom. Never the number that is in it. */
    certificate: z.strictObject({ name: z.string().max(200), host: z.string().max(253), valid: z.boolean() }).nullable(),
    /** The citizen is logged in with the card. */
    loggedIn: z.boolean(),
  }),
]);
export type PortalView = z.infer<typeof PortalView>;

/** Where the pane lies in the window: CSS pixels of the page. */
export const PaneRect = z.strictObject({
  x: z.number().min(0).max(20_000),
  y: z.number().min(0).max(20_000),
  width: z.number().min(1).max(20_000),
  height: z.number().min(1).max(20_000),
});
export type PaneRect = z.infer<typeof PaneRect>;

/**
 * What the citizen asks of the pane. `close`: the page on top; `dismiss`: what was refused is read; `home`: the first page;
 * `larger`, `smaller`: its page; `enter`: the keyboard goes into the site.
 */
export const PortalMove = z.enum(['back', 'home', 'again', 'close', 'dismiss', 'leave', 'larger', 'smaller', 'enter']);
export type PortalMove = z.infer<typeof PortalMove>;
