import type { Visitor } from './authority.ts';
import { type Answer, type Ask, redirect } from './site.ts';

/** A site that lets people in by the state's log-in: how it asks, and how it takes the answer. */
export interface Service {
  readonly host: string;
  readonly cookie: string;
  /** Where the answer is posted. */
  readonly acs: string;
  readonly home: string;
}

export const CSAM = 'https://idp.iamfas.belgium.be';

export function visitorOf(service: Service, { cookies, inside }: Ask): Visitor | null {
  return inside.gate.visitor(cookies.get(service.cookie));
}

/** Sends the browser to the state's log-in, to come back to `next`. */
export function sendToLogin(service: Service, ask: Ask, next: string, lang: string): Answer {
  const id = ask.inside.gate.ask({ site: service.host, back: `https://${service.host}${service.acs}`, next });
  return redirect(`${CSAM}/fas/sso?SAMLRequest=${id}&lang=${lang}`);
}

/** The answer of the log-in, posted by the browser: a session of our own, or home again. */
export function takeAnswer(service: Service, { form, inside }: Ask): Answer {
  const visitor = inside.gate.redeem(form.get('SAMLResponse') ?? '');
  if (!visitor) return redirect(`${service.home}?login=failed`, 303);
  const next = inside.gate.question(form.get('RelayState') ?? '')?.next ?? service.home;
  const session = `${service.cookie}=${inside.gate.open(visitor)}; Path=/; Secure; HttpOnly; SameSite=Lax`;
  return redirect(next, 303, { 'Set-Cookie': session });
}

/** Ends the session here; the state's log-in keeps its own, as in life. */
export function logOut(service: Service, { cookies, inside }: Ask): Answer {
  inside.gate.shut(cookies.get(service.cookie));
  return redirect(service.home, 302, { 'Set-Cookie': `${service.cookie}=; Path=/; Max-Age=0; Secure` });
}
