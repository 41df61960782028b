import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { SecureVersion } from 'node:tls';
import type { Mint } from '../../native/sim/mint.ts';
import { answer } from './answer.ts';
import { makePortalAuthority, openCardJudge } from './authority.ts';
import { Gate } from './gate.ts';
import { CERTIFICATE_HOST, HOSTS } from './hosts.ts';
import { PortalRecord } from './record.ts';
import { refusing } from './refusing.ts';
import type { Behaviour, Inside } from './site.ts';

/** The web as a counter needs it, on 127.0.0.1: portals, the state's log-in, and names that mean no good. */
export interface PortalWorld {
  /** For Chromium's `host-resolver-rules`: our names lead here, all others nowhere. */
  readonly rules: string;
  /** The root of the servers' certificates, PEM. */
  readonly ca: string;
  /** Port of the sites, of the host with the certificate, and without TLS. */
  readonly ports: { readonly sites: number; readonly certificate: number; readonly clear: number };
  readonly record: PortalRecord;
  /** Changes how all of it behaves from now on. */
  behave(change: Partial<Behaviour>): void;
  /** Cuts every connection that stands. */
  cut(): void;
  close(): Promise<void>;
}

const NORMAL: Behaviour = { changed: false, trouble: 'none', login: 'tls1.2', itsme: false };

/** Opens all of it on ports of chance. About 0.1 s, and more for a mint whose authorities nobody has asked for yet. */
export async function openPortalWorld(mint: Mint): Promise<PortalWorld> {
  const authority = makePortalAuthority();
  const record = new PortalRecord();
  const behaviour: Behaviour = { ...NORMAL };
  const inside: Inside = { record, gate: new Gate(), judge: openCardJudge(mint), behaviour };
  const context = (host: string) => authority.context(host, HOSTS[host]?.holder ?? null, HOSTS[host]?.flaw);
  const handle = (request: http.IncomingMessage, response: http.ServerResponse) => void answer(request, response, inside);

  const secure = (more: https.ServerOptions) =>
    https.createServer(
      {
        ...authority.own('nobody.invalid'),
        ...more,
      },
      handle,
    );
  const demanding = (version: SecureVersion) =>
    secure({
      ...authority.own(CERTIFICATE_HOST, HOSTS[CERTIFICATE_HOST]?.holder),
      requestCert: true,
      // Whoever shows none, or a bad one, is told so by a page, as the real log-in does.
      rejectUnauthorized: false,
      ca: inside.judge.named,
      minVersion: version,
      maxVersion: version,
    });
  const sites = secure({ SNICallback: (name, found) => found(null, context(name.replace(/\.$/, ''))) });
  const usual = demanding('TLSv1.2');
  const logins = { 'tls1.2': usual, refuses: usual, denies: usual, 'tls1.3': demanding('TLSv1.3') };
  const clear = http.createServer(handle);

  const sockets = new Set<Socket>();
  /** Every connection comes through a door of ours, so that it can be cut, or led to another server. */
  const door = async (server: () => net.Server, line: (socket: Socket) => Duplex = (socket) => socket) => {
    const listener = net.createServer((socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      if (behaviour.trouble === 'reset') socket.resetAndDestroy();
      else server().emit('connection', line(socket));
    });
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    // A server that listens on a port has one.
    return { listener, port: (listener.address() as AddressInfo).port };
  };
  const doors = {
    sites: await door(() => sites),
    certificate: await door(
      () => logins[behaviour.login],
      (socket) => (behaviour.login === 'refuses' ? refusing(socket) : socket),
    ),
    clear: await door(() => clear),
  };
  const ports = { sites: doors.sites.port, certificate: doors.certificate.port, clear: doors.clear.port };
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    rules: rulesFor(ports),
    ca: authority.pem,
    ports,
    record,
    behave: (change) => Object.assign(behaviour, change),
    cut,
    async close() {
      const gone = Object.values(doors).map(({ listener }) => once(listener, 'close'));
      for (const { listener } of Object.values(doors)) listener.close();
      cut();
      await Promise.all(gone);
    },
  };
}

/** Each name with and without the dot at its end; whatever is not named is found nowhere. */
function rulesFor(ports: PortalWorld['ports']): string {
  const names = Object.keys(HOSTS).flatMap((host) => [host, `${host}.`]);
  const rules = names.flatMap((name) => [
    `MAP ${name}:443 127.0.0.1:${name.startsWith(CERTIFICATE_HOST) ? ports.certificate : ports.sites}`,
    `MAP ${name}:80 127.0.0.1:${ports.clear}`,
    `MAP ${name}:8443 127.0.0.1:${ports.sites}`,
  ]);
  return [...rules, 'MAP * ~NOTFOUND'].join(', ');
}
