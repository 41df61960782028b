import KeyRound from 'lucide-react/icons/key-round';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';

/** The way from the card to its code, for whoever wants it. */
export function CodeButton() {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  return (
    <Button icon={KeyRound} className="mycard-code" onPress={() => dispatch({ do: 'visitScreen', name: 'code' })}>
      {t('code.title')}
    </Button>
  );
}
