import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { ChooserView, PaperId } from '../../../main/core/papers/view.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { AddPaper } from './AddPaper.tsx';
import { sizeOf } from './names.ts';
import { PaperIcon } from './PaperIcon.tsx';
import './Papers.css';
import { usePapers } from './usePapers.ts';

/** A page of the site wants a file: which document of the visit it gets, or none. */
export function Chooser({ question: { serial, host, many, fitting } }: { question: ChooserView }) {
  const { t } = useTranslation();
  const { language } = useKiosk();
  const { papers, called } = usePapers();
  const [touched, setTouched] = useState<readonly PaperId[]>([]);
  const offered = papers.list.filter(({ id }) => fitting.includes(id));
  const chosen = touched.filter((id) => fitting.includes(id));
  const touch = (id: PaperId, on: boolean) =>
    setTouched((was) => (on ? [...(many ? was : []), id] : was.filter((other) => other !== id)));
  const answer = (ids: readonly PaperId[]) => void ask('papers.choose', { serial, ids: [...ids] });
  return (
    <Dialog title={t('papers.choose.title')} onClose={() => answer([])} className="window-wide">
      {offered.length > 0 ? (
        <>
          <p className="soft">
            {t('papers.choose.to', { host })} {many && t('papers.choose.many')}
          </p>
          <ul className="choose-list">
            {offered.map((paper) => (
              <li key={paper.id}>
                <ToggleButton
                  className="choose-paper"
                  isSelected={chosen.includes(paper.id)}
                  onChange={(on) => touch(paper.id, on)}
                >
                  <span className="choose-tick" aria-hidden>
                    <Check />
                  </span>
                  <PaperIcon kind={paper.kind} />
                  <span className="paper-words">
                    <b>{called(paper)}</b>
                    <small>
                      {t(`papers.kind.${paper.kind}`)} {t(`papers.from.${paper.from}`)}, {sizeOf(paper.bytes, language)}
                    </small>
                  </span>
                </ToggleButton>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p role="status">
          {t('papers.choose.none')} {t('papers.choose.noneHow')}
        </p>
      )}
      <div className="choose-add">
        <AddPaper />
      </div>
      <div className="row">
        <Button icon={X} onPress={() => answer([])}>
          {t('papers.choose.no')}
        </Button>
        {offered.length > 0 && (
          <Button kind="primary" icon={Check} isDisabled={chosen.length === 0} onPress={() => answer(chosen)}>
            {t('papers.choose.give')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
