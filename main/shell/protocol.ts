import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';
import type { WindowName } from '../core/windows.ts';
import { CSP, fileOf, paperOf, TYPES } from './rules.ts';

/** Call once, before `ready`. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

type Held = { type: string; bytes: Uint8Array<ArrayBuffer> } | null;
let held: (id: string) => Promise<Held> = async () => null;
/** Lets the kiosk's page see the documents of the visit at `app://kiosk/papers/<id>`. */
export const servePapers = (read: (id: string) => Promise<Held>): void => {
  held = read;
};

/** Serves the screens of `folder` in one session, which belongs to windows of that name. Reads through fs, which sees into the asar; file: stays shut. */
export function serveScreens(session: Session, folder: string, name: WindowName): void {
  session.protocol.handle('app', async (request) => {
    const id = name === 'kiosk' && request.method === 'GET' ? paperOf(request.url) : null;
    if (id) {
      const paper = await held(id);
      if (!paper) return new Response(null, { status: 404 });
      return new Response(paper.bytes, {
        headers: {
          'content-type': paper.type,
          'content-security-policy': CSP,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      });
    }
    const file = request.method === 'GET' ? fileOf(request.url, folder) : null;
    if (!file) return new Response(null, { status: 404 });
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
          'content-security-policy': CSP,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
