import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import Printer from 'lucide-react/icons/printer';
import X from 'lucide-react/icons/x';
import ZoomIn from 'lucide-react/icons/zoom-in';
import ZoomOut from 'lucide-react/icons/zoom-out';
import { lazy, Suspense, useState } from 'react';
import type { PaperLine } from '../../../main/core/papers/view.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { Scroll } from '../frame/Scroll.tsx';
import { addressOf } from './names.ts';
import { usePapers } from './usePapers.ts';
import { usePrint } from './usePrint.ts';
import './Viewer.css';

// The reader of PDF is large; it comes when the first one is looked at.
const PdfPages = lazy(() => import('./PdfPages.tsx').then((module) => ({ default: module.PdfPages })));

type Trouble = 'broken' | 'locked';

/** A document, large: page by page, as a whole or as wide as the screen. */
export function Viewer({ paper, onClose }: { paper: PaperLine; onClose: () => void }) {
  const { t } = useTranslation();
  const { called } = usePapers();
  const { there, printing, words, print } = usePrint();
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(paper.kind === 'pdf' ? 0 : 1);
  const [whole, setWhole] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const name = called(paper);
  const said = trouble ? t(`papers.viewer.${trouble}`) : pages === 0 ? t('papers.viewer.drawing') : words;
  return (
    <Dialog title={name} onClose={onClose} className="viewer">
      <p role="status" className={trouble ? 'viewer-said viewer-trouble' : said ? 'viewer-said' : 'unseen'}>
        {said}
      </p>
      {!trouble && (
        <div className={whole ? 'viewer-pane viewer-whole' : 'viewer-pane'}>
          <Scroll key={page}>
            <div className="viewer-sheet">
              {paper.kind === 'pdf' ? (
                <Suspense fallback={null}>
                  <PdfPages url={addressOf(paper)} page={page} onOpen={setPages} onFail={setTrouble} />
                </Suspense>
              ) : (
                <img
                  className="viewer-page"
                  src={addressOf(paper)}
                  alt={t('papers.viewer.picture', { name })}
                  onError={() => setTrouble('broken')}
                />
              )}
            </div>
          </Scroll>
        </div>
      )}
      <div className="row viewer-row">
        {/* Never at the far end: a finger that touches twice would meet "I am done" on the screen below. */}
        <Button icon={X} onPress={onClose}>
          {t('move.close')}
        </Button>
        {pages > 1 && (
          <>
            <Button icon={ArrowLeft} along isDisabled={page === 1} onPress={() => setPage(page - 1)}>
              {t('papers.viewer.before')}
            </Button>
            <span className="viewer-count">{t('papers.viewer.page', { n: page, of: pages })}</span>
            <Button after={ArrowRight} along isDisabled={page === pages} onPress={() => setPage(page + 1)}>
              {t('papers.viewer.after')}
            </Button>
          </>
        )}
        {!trouble && (
          <Button icon={whole ? ZoomIn : ZoomOut} onPress={() => setWhole(!whole)}>
            {t(whole ? 'papers.viewer.larger' : 'papers.viewer.smaller')}
          </Button>
        )}
        {there.map((where) => (
          <Button key={where} kind="primary" icon={Printer} isDisabled={printing} onPress={() => print(paper.id, where)}>
            {t(`paper.${where}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
