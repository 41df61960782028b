import type { IncomingMessage } from 'node:http';
import type { PortalRecord } from './record.ts';

const MOST = 60_000_000;

/** Reads what a form sent. Files of a multipart form go to the record, its fields come back with all others (RFC 7578). */
export async function readForm(request: IncomingMessage, record: PortalRecord): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MOST) chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary) return readParts(body, boundary, record);
  return new URLSearchParams(type.startsWith('application/x-www-form-urlencoded') ? body.toString() : '');
}

function readParts(body: Buffer, boundary: string, record: PortalRecord): URLSearchParams {
  const fields = new URLSearchParams();
  const line = Buffer.from(`--${boundary}`);
  let at = body.indexOf(line);
  while (at >= 0) {
    const next = body.indexOf(line, at + line.length);
    if (next < 0) break;
    const part = body.subarray(at + line.length + 2, next - 2);
    const gap = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, gap).toString();
    const content = part.subarray(gap + 4);
    const name = /[; ]name="([^"]*)"/.exec(head)?.[1] ?? '';
    const file = /filename="([^"]*)"/.exec(head)?.[1];
    if (file === undefined) fields.append(name, content.toString());
    else if (file !== '') record.upload(name, file, /content-type: *(\S+)/i.exec(head)?.[1] ?? '', content);
    at = next;
  }
  return fields;
}
