import { parseArgs } from 'node:util';
import { guard as findIn } from '../core/guard/guard.ts';
import type { Ports } from './ports.ts';
import type { Say } from './words.ts';

/**
 * `comptoir guard`: reads notes on standard input, one a line (UTF-8), and prints a verdict for each as a line of JSON:
 * `{"ok":false,"findings":[{"kind":"national-number","start":3,"end":18}]}`, places in UTF-16 units of the line, never what was found.
 * Exit code 0, whatever it found.
 */
export async function guard(args: string[], ports: Ports, _say: Say): Promise<number> {
  parseArgs({ args, options: {} });
  for await (const line of linesOf(ports.stdin ?? process.stdin)) {
    const findings = findIn(line);
    ports.stdout(`${JSON.stringify({ ok: findings.length === 0, findings })}\n`);
  }
  return 0;
}

/** Lines end with LF or CRLF; the last one may have no end. Other signs that some programs take for an end are part of the note. */
async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  const cut = (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    return lines.map((line) => line.replace(/\r$/, ''));
  };
  for await (const piece of input) yield* cut(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true }));
  yield* cut(decoder.decode());
  if (rest !== '') yield rest.replace(/\r$/, '');
}
