import type { PaperLine } from '../../../main/core/papers/view.ts';

/** Where the page finds the bytes of a document. */
export const addressOf = ({ id }: PaperLine): string => `/papers/${id}`;

/** What a document is called on screen: its name, or its place in the list. */
export function nameOf(paper: PaperLine, list: readonly PaperLine[], nameless: (n: number) => string): string {
  return paper.name !== '' ? paper.name : nameless(list.findIndex(({ id }) => id === paper.id) + 1);
}

/** Its size as people say it: "1,2 MB". */
export function sizeOf(bytes: number, language: string): string {
  const unit = bytes < 100_000 ? 'kilobyte' : 'megabyte';
  const value = unit === 'kilobyte' ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1_000_000;
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
