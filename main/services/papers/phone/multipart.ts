/** What a form sent: the first file of it. */
export interface SentFile {
  name: string;
  parts: AsyncIterable<Buffer>;
}

/** Headers of one part are longer than this only when somebody tries something. */
const MOST_HEAD = 8_192;

/**
 * The file of a multipart form (RFC 7578, RFC 2046 section 5.1) while it arrives: nothing is kept but the piece in hand. Fields
 * before it are passed over. Null when the body is no such form or holds no file; `parts` throws when it ends before its boundary.
 */
export async function sentFile(contentType: string, body: AsyncIterable<Buffer>): Promise<SentFile | null> {
  const boundary = /^multipart\/form-data\s*;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))\s*$/i.exec(contentType);
  const line = boundary?.[1] ?? boundary?.[2];
  if (line === undefined) return null;
  const stop = Buffer.from(`\r\n--${line}`);
  const source = body[Symbol.asyncIterator]();
  // The first boundary has no line before it.
  let held: Buffer = Buffer.from('\r\n');
  const more = async () => {
    const next = await source.next();
    if (next.done) return false;
    held = Buffer.concat([held, next.value]);
    return true;
  };
  /** Up to and without `mark`; null when the body ends, or the part is longer than headers may be. */
  const until = async (mark: Buffer, most: number): Promise<Buffer | null> => {
    for (;;) {
      const at = held.indexOf(mark);
      if (at >= 0) {
        const before = held.subarray(0, at);
        held = held.subarray(at + mark.length);
        return before;
      }
      if (held.length > most || !(await more())) return null;
    }
  };

  for (;;) {
    if ((await until(stop, MOST_HEAD)) === null) return null;
    const head = await until(Buffer.from('\r\n\r\n'), MOST_HEAD);
    if (!head || head.subarray(0, 2).toString() === '--') return null;
    const name = /^content-disposition:.*;\s*filename="((?:[^"\\]|\\.)*)"/im.exec(head.toString('utf8'))?.[1];
    if (name !== undefined && name !== '') return { name, parts: rest() };
  }

  async function* rest(): AsyncIterable<Buffer> {
    for (;;) {
      const at = held.indexOf(stop);
      if (at >= 0) {
        if (at > 0) yield held.subarray(0, at);
        return;
      }
      const sure = held.length - stop.length;
      if (sure > 0) {
        yield held.subarray(0, sure);
        held = held.subarray(sure);
      }
      if (!(await more())) throw new Error('the form ended before its boundary');
    }
  }
}
