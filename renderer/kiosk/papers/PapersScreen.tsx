import ArrowLeft from 'lucide-react/icons/arrow-left';
import Eye from 'lucide-react/icons/eye';
import Trash from 'lucide-react/icons/trash-2';
import Usb from 'lucide-react/icons/usb';
import { useEffect, useState } from 'react';
import type { PaperLine } from '../../../main/core/papers/view.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Title } from '../../parts/Title.tsx';
import { useTranslation } from '../../words/index.ts';
import { Fit } from '../frame/Fit.tsx';
import { Frame } from '../frame/Frame.tsx';
import { useKiosk } from '../visit/context.ts';
import { AddPaper } from './AddPaper.tsx';
import { sizeOf } from './names.ts';
import { PaperIcon } from './PaperIcon.tsx';
import './Papers.css';
import { StickWindow } from './StickWindow.tsx';
import { usePapers } from './usePapers.ts';
import { Viewer } from './Viewer.tsx';

type Shown = { is: 'viewer' | 'remove'; paper: PaperLine } | { is: 'stick' } | null;

/** The documents of the visit: seen, printed, taken along, put away. */
export function PapersScreen() {
  const { t } = useTranslation();
  const { boot, state, dispatch } = useKiosk();
  const { papers } = usePapers();
  const [shown, setShown] = useState<Shown>(() => {
    const wanted = papers.list.find(({ id }) => id === state.look);
    return wanted ? { is: 'viewer', paper: wanted } : null;
  });
  const close = () => setShown(null);
  const { list } = papers;
  // One that is gone meanwhile is not shown any more.
  const paper = shown && shown.is !== 'stick' ? list.find(({ id }) => id === shown.paper.id) : undefined;
  useEffect(() => dispatch({ do: 'arrived' }), [dispatch]);
  return (
    <Frame
      className="papers-frame"
      go={
        <>
          <Button icon={ArrowLeft} along onPress={() => dispatch({ do: 'back' })}>
            {t('move.back')}
          </Button>
          <AddPaper />
          {boot.settings.papers.stick && list.length > 0 && (
            <Button kind="primary" icon={Usb} onPress={() => setShown({ is: 'stick' })}>
              <Fit long={t('papers.stick.ask')} short={t('papers.stick.short')} />
            </Button>
          )}
        </>
      }
    >
      <div className="papers">
        <Title>{t('papers.title')}</Title>
        <p className="soft" role="status">
          {papers.coming > 0 ? t('papers.coming') : list.length > 0 ? t('papers.gone') : `${t('papers.none')} ${t('papers.how')}`}
        </p>
        <ul className="paper-list">
          {list.map((one) => (
            <PaperRow
              key={one.id}
              paper={one}
              onView={() => setShown({ is: 'viewer', paper: one })}
              onRemove={() => setShown({ is: 'remove', paper: one })}
            />
          ))}
        </ul>
      </div>
      {paper && shown?.is === 'viewer' && <Viewer paper={paper} onClose={close} />}
      {paper && shown?.is === 'remove' && <RemoveWindow paper={paper} onClose={close} />}
      {shown?.is === 'stick' && <StickWindow onClose={close} />}
    </Frame>
  );
}

function PaperRow({ paper, onView, onRemove }: { paper: PaperLine; onView: () => void; onRemove: () => void }) {
  const { t } = useTranslation();
  const { language } = useKiosk();
  const { called } = usePapers();
  const name = called(paper);
  return (
    <li className="paper-row">
      <PaperIcon kind={paper.kind} />
      <span className="paper-words">
        <b>{name}</b>
        <small>
          {t(`papers.kind.${paper.kind}`)} {t(`papers.from.${paper.from}`)}, {sizeOf(paper.bytes, language)}
        </small>
      </span>
      <Button icon={Trash} aria-label={t('papers.removeOf', { name })} onPress={onRemove}>
        {t('papers.remove')}
      </Button>
      <Button kind="primary" icon={Eye} aria-label={t('papers.viewOf', { name })} onPress={onView}>
        {t('papers.view')}
      </Button>
    </li>
  );
}

function RemoveWindow({ paper, onClose }: { paper: PaperLine; onClose: () => void }) {
  const { t } = useTranslation();
  const { called } = usePapers();
  const remove = () => {
    void ask('papers.remove', { id: paper.id });
    onClose();
  };
  return (
    <Dialog title={t('papers.removeAsk.title')} onClose={onClose}>
      <p>
        <b>{called(paper)}</b>
      </p>
      <p>{t('papers.removeAsk.text')}</p>
      <div className="row row-equal">
        <Button kind="primary" onPress={onClose}>
          {t('papers.removeAsk.no')}
        </Button>
        <Button kind="end" icon={Trash} onPress={remove}>
          {t('papers.removeAsk.yes')}
        </Button>
      </div>
    </Dialog>
  );
}
