/** Words this long do not fit a column in large text. */
const LONG = 18;
/** Letters that stay together at the start of a syllable. */
const TOGETHER = /(sch|ch|ck|ph|th|qu|st|sp|[bcdfgkptv]l|[bcdfgkptvw]r|[bcdfghjklmnpqrstvwxzßç])$/i;
const CLUSTER = /([aeiouyäöüéèêà])([bcdfghjklmnpqrstvwxzßç]+)(?=[aeiouyäöüéèêà])/gi;

/**
 * Gives very long words (German and Dutch compounds) places to break, as soft hyphens, before the consonant that opens a
 * syllable. The packed browser has no hyphenation dictionaries; words of ordinary length are left alone.
 */
export function soften(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => (word.length < LONG ? word : cut(word)));
}

function cut(word: string): string {
  let made = '';
  let from = 0;
  for (const match of word.matchAll(CLUSTER)) {
    const cluster = match[2] ?? '';
    const opens = TOGETHER.exec(cluster)?.[0].length ?? 1;
    const at = match.index + 1 + cluster.length - opens;
    if (at - from < 4 || word.length - at < 4) continue;
    made += `${word.slice(from, at)}\u00ad`;
    from = at;
  }
  return made + word.slice(from);
}
