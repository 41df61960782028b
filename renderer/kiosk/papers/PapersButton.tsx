import Files from 'lucide-react/icons/files';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';

/** "My documents (2)": the way to them, once there is one. */
export function PapersButton() {
  const { t } = useTranslation();
  const { state, dispatch } = useKiosk();
  const n = state.papers.list.length;
  if (n === 0) return null;
  return (
    <Button icon={Files} onPress={() => dispatch({ do: 'visitScreen', name: 'papers' })}>
      {t('papers.count', { n })}
    </Button>
  );
}
