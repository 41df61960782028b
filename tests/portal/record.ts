import { createHash } from 'node:crypto';

/** One request as the server saw it. */
export interface Seen {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly cookies: Readonly<Record<string, string>>;
  /** Subject of the client certificate, one line; null when none was shown. */
  readonly certificate: string | null;
  readonly secure: boolean;
  /** What the browser wants it for: `document`, `iframe`, `image` … (Sec-Fetch-Dest); null when it does not say. */
  readonly dest: string | null;
  readonly agent: string;
}

export interface Upload {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** All that the portal has seen since the last `clear`. In memory only. */
export class PortalRecord {
  readonly requests: Seen[] = [];
  readonly uploads: Upload[] = [];
  /** What was typed into forms and sent, by the path that got it. */
  readonly forms: { readonly path: string; readonly fields: Readonly<Record<string, string>> }[] = [];
  /** Who logged in: `First Name`, and where. */
  readonly logins: { readonly site: string; readonly who: string; readonly means: 'eid' | 'itsme' | 'sso' }[] = [];

  /** Requests to a host, to one path of it if named. */
  to(host: string, path?: string): Seen[] {
    return this.requests.filter((one) => one.host === host && (path === undefined || one.path === path));
  }

  /** Documents and frames that a host was asked for: how far a page got there. */
  pages(host: string): Seen[] {
    return this.to(host).filter(({ dest }) => dest === null || /^(document|iframe|frame|embed|object)$/.test(dest));
  }

  /** Subjects of client certificates that were shown. */
  certificates(): string[] {
    return [...new Set(this.requests.flatMap(({ certificate }) => certificate ?? []))];
  }

  upload(field: string, name: string, type: string, content: Buffer): void {
    const sha256 = createHash('sha256').update(content).digest('hex');
    this.uploads.push({ field, name, type, bytes: content.length, sha256 });
  }

  clear(): void {
    for (const list of [this.requests, this.uploads, this.forms, this.logins]) list.length = 0;
  }
}
