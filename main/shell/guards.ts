import { app, type Certificate, type Session, type WebContents } from 'electron';
import { isOwnPage, keyAllowed, requestAllowed } from './rules.ts';

/** No permission, no device, no download, no display capture, no network but our own scheme. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !requestAllowed(details.url) });
  });
}

/** No navigation, no window, no webview, no shortcut. Set for every web contents that is ever made. */
export function guardContents(contents: WebContents, own: string): void {
  const stay = (event: { preventDefault(): void; url: string }) => {
    if (!isOwnPage(event.url, own)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('before-input-event', (event, input) => {
    if (!keyAllowed(input)) event.preventDefault();
  });
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
  contents.setIgnoreMenuShortcuts(true);
}

/** Judges a question for a certificate; false: it is not for this one to answer, and there is none. */
export type CertificateJudge = (
  contents: WebContents | null,
  site: string,
  offered: readonly Certificate[],
  answer: (certificate?: Certificate) => void,
) => boolean;

let certificates: CertificateJudge = () => false;
/** Lets the portal's log-in answer for its own pages. */
export const judgeCertificates = (judge: CertificateJudge): void => {
  certificates = judge;
};

/**
 * The net under the net: contents nobody guarded open no window and hold no webview. A certificate is shown only by the portal's
 * log-in, and never one that Electron chose.
 */
export function guardApp(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  app.on('select-client-certificate', (event, contents, site, offered, answer) => {
    event.preventDefault();
    if (!certificates(contents, site, offered, answer)) answer();
  });
  app.on('login', (event) => event.preventDefault());
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
}
