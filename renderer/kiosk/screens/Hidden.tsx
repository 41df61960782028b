import Eye from 'lucide-react/icons/eye';
import { Button } from '../../parts/Button.tsx';
import { Title } from '../../parts/Title.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import './Hidden.css';

/** The page is not covered, it is not there: nothing of it can be read over a shoulder, or by a screen reader. */
export function Hidden() {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  return (
    <div className="hidden">
      <main>
        <svg viewBox="0 40 240 92" aria-hidden="true">
          <path d="M20 60c56 60 144 60 200 0" />
          <path d="m46 88-14 20m54-6-6 24m80-24 6 24m28-38 14 20" />
        </svg>
        <Title>{t('hidden.title')}</Title>
        <p>{t('hidden.text')}</p>
        <Button kind="primary" icon={Eye} onPress={() => dispatch({ do: 'hide', on: false })}>
          {t('hidden.show')}
        </Button>
      </main>
    </div>
  );
}
