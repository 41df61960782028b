import FileDown from 'lucide-react/icons/file-down';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { usePapers } from './usePapers.ts';

/** Above the site: a document has come from it. The place of the words is always there, so that a screen reader says what comes into it. */
export function Arrived() {
  const { t } = useTranslation();
  const { state, dispatch } = useKiosk();
  const { papers, called } = usePapers();
  const last = state.arrived.at(-1);
  const paper = papers.list.find(({ id }) => id === last);
  const see = () =>
    last !== undefined && state.arrived.length === 1
      ? dispatch({ do: 'look', paper: last })
      : dispatch({ do: 'visitScreen', name: 'papers' });
  const words = paper
    ? t('papers.arrived.text', { name: called(paper) })
    : papers.coming > 0 && state.portal.phase === 'open'
      ? t('papers.coming')
      : '';
  return (
    <div className={words ? 'pane-strip pane-stacked' : undefined}>
      {words && <FileDown aria-hidden />}
      <p role="status">{words}</p>
      {paper && (
        <>
          <Button kind="primary" onPress={see}>
            {t('papers.arrived.see')}
          </Button>
          <Button onPress={() => dispatch({ do: 'arrived' })}>{t('papers.arrived.later')}</Button>
        </>
      )}
    </div>
  );
}
