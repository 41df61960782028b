import { done, mishap, type Result } from '../core/mishap.ts';
import { mimeOf } from '../core/papers/fits.ts';
import { type Papers, paperToPrint } from '../services/papers/index.ts';
import type { Print } from '../services/print/index.ts';
import type { Visit } from '../services/visit/index.ts';
import { printFor } from './print-for.ts';
import type { Handlers } from './serve.ts';

interface Office {
  papers: Papers;
  print: Print;
  visit: Visit;
}
type PaperRequest = Extract<keyof Handlers, `papers.${string}`>;

/** The documents of the visit, as the screens may ask for them. */
export function paperHandlers(office: Promise<Office>): Pick<Handlers, PaperRequest> {
  /** What fetches something new belongs to somebody who is here. */
  const here = async <T>(act: (office: Office) => Promise<Result<T>>): Promise<Result<T>> => {
    const open = await office;
    return open.visit.speaks() === null ? mishap('no-visit') : act(open);
  };
  return {
    'papers.read': async () => done((await office).papers.view()),
    'papers.print': ({ id, where }) =>
      here(async (open) => {
        const printed = await printFor(open, where, async () => {
          const paper = await open.papers.read(id);
          return paper.ok ? paperToPrint(paper.value.line.kind, paper.value.bytes) : paper;
        });
        if (printed.ok) open.papers.markTaken([id]);
        return printed;
      }),
    'papers.remove': async ({ id }) => done(await (await office).papers.remove(id)),
    'papers.stick': ({ ids }) =>
      here(async ({ papers }) => {
        const copied = await papers.toStick(ids);
        return copied.ok ? done({ copied: copied.value }) : copied;
      }),
    'papers.scan': () => here(({ papers }) => papers.scan()),
    'papers.phone': ({ words }) =>
      here(async ({ papers }) => (words ? papers.openPhone(words) : done(await papers.closePhone()))),
    'papers.choose': async ({ serial, ids }) => done((await office).papers.answer(serial, ids)),
  };
}

/** The bytes of a document, for the kiosk's page. Null when it is not there. */
export async function paperBytes(
  office: Promise<Pick<Office, 'papers'>>,
  id: string,
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const paper = await (await office).papers.read(id);
  return paper.ok ? { type: mimeOf(paper.value.line.kind), bytes: paper.value.bytes } : null;
}
