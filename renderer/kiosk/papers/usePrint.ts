import { useState } from 'react';
import type { Mishap } from '../../../main/core/mishap.ts';
import type { PaperId } from '../../../main/core/papers/view.ts';
import { ask } from '../../bridge/index.ts';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';

const PLACES = ['kiosk', 'desk'] as const;
export type Where = (typeof PLACES)[number];
type Said = { is: 'printing' } | { is: 'printed'; where: Where } | { is: 'failed'; code: Mishap } | null;

/** Prints a document: where it can be, how it goes, in words; empty before. */
export function usePrint() {
  const { t } = useTranslation(['kiosk', 'mishaps']);
  const { printers } = useKiosk().boot.settings;
  const [said, setSaid] = useState<Said>(null);
  const print = (id: PaperId, where: Where) => {
    setSaid({ is: 'printing' });
    void ask('papers.print', { id, where }).then((answer) =>
      setSaid(answer.ok ? { is: 'printed', where } : { is: 'failed', code: answer.code }),
    );
  };
  const words =
    said === null
      ? ''
      : said.is === 'failed'
        ? `${t(`mishaps:${said.code}.title`)} ${t(`mishaps:${said.code}.next`)}`
        : t(said.is === 'printing' ? 'papers.printing' : `papers.printed.${said.where}`);
  return { there: PLACES.filter((where) => printers[where] !== null), printing: said?.is === 'printing', words, print };
}
