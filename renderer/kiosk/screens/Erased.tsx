import { useTranslation } from '../../words/index.ts';
import { Title } from '../frame/Title.tsx';
import { useKiosk } from '../visit/context.ts';
import './Erased.css';

/** The last thing a citizen sees, until the shell destroys the window and a fresh one shows the poster. */
export function Erased() {
  const { t } = useTranslation();
  const { state } = useKiosk();
  const over = state.visit.phase === 'none';
  return (
    <main className="erased" aria-busy={!over}>
      <svg viewBox="0 0 200 200" aria-hidden="true">
        <circle cx="100" cy="100" r="92" />
        <path d="m56 104 30 32 58-68" />
      </svg>
      <Title key={String(over)}>{t(over ? 'erased.title' : 'erased.erasing')}</Title>
      <p>{t('erased.text')}</p>
    </main>
  );
}
