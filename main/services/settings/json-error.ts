/** Where JSON text first breaks: the line (from 1) and that line's text. */
export interface JsonError {
  line: number;
  text: string;
}

/**
 * Finds the first place where `text` stops being JSON, or null when it is JSON (RFC 8259).
 * The engine's own message does not always carry a position, and its words are not ours to show.
 */
export function jsonError(text: string): JsonError | null {
  const at = firstFault(text);
  if (at === null) return null;
  const line = text.slice(0, at).split('\n').length;
  return { line, text: (text.split('\n')[line - 1] ?? '').trim() };
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const ATOM = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/** Offset of the first fault, or null. Nesting is walked with a list, so that no text is deep enough to exhaust the stack. */
function firstFault(text: string): number | null {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return false;
    at += found[0].length;
    return true;
  };
  const sign = (expected: string): boolean => {
    take(SPACE);
    if (text[at] !== expected) return false;
    at += 1;
    return true;
  };
  const key = (): boolean => {
    take(SPACE);
    return take(STRING) && sign(':');
  };
  const open: ('}' | ']')[] = [];
  let wanted: 'value' | 'after' = 'value';
  for (;;) {
    take(SPACE);
    if (wanted === 'value') {
      if (sign('{')) {
        if (sign('}')) wanted = 'after';
        else if (key()) open.push('}');
        else return at;
      } else if (sign('[')) {
        if (sign(']')) wanted = 'after';
        else open.push(']');
      } else if (take(STRING) || take(ATOM)) wanted = 'after';
      else return at;
      continue;
    }
    const closing = open.at(-1);
    if (closing === undefined) return at === text.length ? null : at;
    if (sign(closing)) open.pop();
    else if (!sign(',')) return at;
    else if (closing === '}' && !key()) return at;
    else wanted = 'value';
  }
}
