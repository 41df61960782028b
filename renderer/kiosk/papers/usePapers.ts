import { useCallback } from 'react';
import type { PaperLine } from '../../../main/core/papers/view.ts';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { nameOf } from './names.ts';

/** The documents of the visit, what each is called, and those that nobody has printed, copied or given to the site: they would be lost. */
export function usePapers() {
  const { t } = useTranslation();
  const { papers } = useKiosk().state;
  const { list } = papers;
  const called = useCallback((paper: PaperLine) => nameOf(paper, list, (n) => t('papers.nameless', { n })), [list, t]);
  return { papers, called, untaken: list.filter(({ taken }) => !taken) };
}
