import Hand from 'lucide-react/icons/hand';
import { Button } from '../../parts/Button.tsx';
import { Title } from '../../parts/Title.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import './Erased.css';

/** The last thing a citizen sees, until the shell destroys the window and a fresh one shows the poster. It never says more than is true. */
export function Erased() {
  const { t } = useTranslation(['kiosk', 'mishaps']);
  const { state, end } = useKiosk();
  const over = state.visit.phase === 'none';
  if (state.problem !== null)
    return (
      <main className="erased">
        <Hand aria-hidden className="erased-hand" />
        <Title key="problem">{t(`mishaps:${state.problem}.title`)}</Title>
        <p>{t('person.lateDesk')}</p>
        <Button kind="end" onPress={end}>
          {t('closing.end')}
        </Button>
      </main>
    );
  return (
    <main className="erased" aria-busy={!over}>
      <svg viewBox="0 0 200 200" aria-hidden="true">
        <circle cx="100" cy="100" r="92" />
        {over ? <path d="m56 104 30 32 58-68" /> : <path d="M64 100h72" />}
      </svg>
      <Title key={String(over)}>{t(over ? 'erased.title' : 'erased.erasing')}</Title>
      <p>{t('erased.text')}</p>
    </main>
  );
}
