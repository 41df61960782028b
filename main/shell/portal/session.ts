import { randomBytes } from 'node:crypto';
import { app, type Session, session as sessions } from 'electron';
import type { Language } from '../../core/language.ts';

interface Permissions {
  may(name: string): boolean;
  would(name: string): boolean;
}

/**
 * A session for one visit: in memory, under a name of chance that nobody can use again. To a site it is a plain Chromium that
 * speaks the citizen's language. Whatever a page would be permitted elsewhere is asked here, by name: `may` tells the citizen when it is
 * refused, `would` looks only. Of devices and screens none is ever offered.
 */
export function makeSession(language: Language, { may, would }: Permissions): Session {
  const agent = plainAgent(app.userAgentFallback);
  // A page that opens another one hands it the agent of the program, not of the session.
  app.userAgentFallback = agent;
  const session = sessions.fromPartition(`portal-${randomBytes(16).toString('hex')}`, { cache: true });
  session.setUserAgent(agent, `${language}-BE,${language}`);
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, name, answer) => {
    answer(may(name));
  });
  session.setPermissionCheckHandler((_contents, name) => would(name));
  session.setDevicePermissionHandler(({ deviceType }) => would(deviceType));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer({});
    may('display-capture');
  });
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
    may('hid');
  });
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
    may('usb');
  });
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
    may('serial');
  });
  return session;
}

/** The user agent of Chrome itself: neither the program's name nor Electron's, and no more of the version than Chrome tells. */
export function plainAgent(agent: string): string {
  const system = /^Mozilla\/5\.0 \([^)]*\)/.exec(agent)?.[0] ?? 'Mozilla/5.0 (X11; Linux x86_64)';
  const major = /Chrome\/(\d+)/.exec(agent)?.[1] ?? '130';
  return `${system} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
}
