import { fits } from '../../core/papers/fits.ts';
import type { ChooserView, PaperId, PaperLine } from '../../core/papers/view.ts';

/** The question "which document shall this site have?": one at a time, answered by the citizen. */
export interface Chooser {
  view(list: readonly PaperLine[]): ChooserView | null;
  /** Resolves with what was chosen: nothing when the citizen says no, or another question comes. */
  ask(question: { host: string; many: boolean; accept: string }): Promise<readonly PaperId[]>;
  /** An answer to another question than the one on screen, or with a document that does not fit it, is none. */
  answer(serial: number, ids: readonly PaperId[], list: readonly PaperLine[]): void;
  drop(): void;
}

export function openChooser(changed: () => void): Chooser {
  let serial = 0;
  let open: { serial: number; host: string; many: boolean; accept: string; resolve: (ids: readonly PaperId[]) => void } | null =
    null;

  const end = (ids: readonly PaperId[]) => {
    const mine = open;
    open = null;
    mine?.resolve(ids);
    if (mine) changed();
  };
  const fitting = (accept: string, list: readonly PaperLine[]) =>
    list.filter(({ kind }) => fits(kind, accept)).map(({ id }) => id);

  return {
    view: (list) => open && { serial: open.serial, host: open.host, many: open.many, fitting: fitting(open.accept, list) },
    ask: (question) => {
      end([]);
      serial += 1;
      const mine = serial;
      return new Promise((resolve) => {
        open = { ...question, serial: mine, resolve };
        changed();
      });
    },
    answer: (to, ids, list) => {
      if (!open || open.serial !== to) return;
      const may = fitting(open.accept, list);
      const chosen = [...new Set(ids)].filter((id) => may.includes(id));
      end(open.many ? chosen : chosen.slice(0, 1));
    },
    drop: () => end([]),
  };
}
