import { open } from 'node:fs/promises';
import type { PaperKind } from '../../core/papers/view.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const JPEG = Buffer.from('ffd8ff', 'hex');
/** How far into a file its kind is looked for, in bytes. */
const HEAD = 1024;

/**
 * What a document is, by its first bytes and not by what anybody says: PDF (ISO 32000-1, 7.5.2; readers allow the header within
 * the first 1024 bytes), PNG (PNG specification, 5.2), JPEG (T.81, B.1.1.3). Null for everything else. A file that begins as a
 * web page and hides a PDF header later is a web page.
 */
export function kindOf(head: Uint8Array): PaperKind | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, HEAD));
  if (bytes.subarray(0, 8).equals(PNG)) return 'png';
  if (bytes.subarray(0, 3).equals(JPEG)) return 'jpeg';
  const at = bytes.indexOf('%PDF-');
  if (at < 0) return null;
  // Before the header only what a careless program leaves there: spaces, a byte order mark.
  return /^[\s\0\u00ef\u00bb\u00bf]*$/.test(bytes.toString('latin1', 0, at)) ? 'pdf' : null;
}

/** The same of a file. */
export async function kindOfFile(path: string): Promise<PaperKind | null> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    const { bytesRead } = await file.read(head, 0, HEAD, 0);
    return kindOf(head.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
