import type { X509Certificate } from 'node:crypto';
import type { CardJudge } from './authority.ts';
import type { Gate } from './gate.ts';
import type { PortalRecord } from './record.ts';

/** How the portal behaves just now; a test changes it. */
export interface Behaviour {
  /** A new version of the sites, on which no hint matches. */
  changed: boolean;
  /** `reset`: connections are cut; `hang`: nobody answers; a number: every page says that. */
  trouble: 'none' | 'reset' | 'hang' | 500 | 503;
  /** What the host with the certificate speaks. `refuses`: it breaks the line off when it sees one (TLS 1.2); `denies`: it says so by a page. */
  login: 'tls1.2' | 'tls1.3' | 'refuses' | 'denies';
  /** The person at the phone has agreed in the app. */
  itsme: boolean;
}

/** What every site of the world shares. */
export interface Inside {
  readonly record: PortalRecord;
  readonly gate: Gate;
  readonly judge: CardJudge;
  readonly behaviour: Behaviour;
}

/** A request, parsed. */
export interface Ask {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly certificate: X509Certificate | null;
  /** Fields of a form that was sent; files go to the record. */
  readonly form: URLSearchParams;
  readonly inside: Inside;
}

export interface Reply {
  status?: number;
  type?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

/** A site answers, cuts the line, or keeps the browser waiting; null: there is no such page. */
export type Answer = Reply | 'reset' | 'hang' | null;
export type Site = (ask: Ask) => Answer;

/** A page of HTML. */
export function page(body: string, more: Reply = {}): Reply {
  return { type: 'text/html; charset=utf-8', body, ...more };
}

export function redirect(
  to: string,
  status: 301 | 302 | 303 | 307 | 308 = 302,
  headers: Record<string, string | string[]> = {},
): Reply {
  return { status, headers: { Location: to, ...headers } };
}

/** What a log-in uses to send the browser elsewhere with a message: a form that submits itself (SAML bindings, 3.5). */
export function autoPost(to: string, fields: Record<string, string>, more: Reply = {}): Reply {
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${html(value)}">`);
  return page(
    `<!doctype html><html lang="fr"><title>…</title><body onload="document.forms[0].submit()">
<form method="post" action="${html(to)}">${inputs.join('')}<noscript><button>Continuer</button></noscript></form></body></html>`,
    more,
  );
}

export function html(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
