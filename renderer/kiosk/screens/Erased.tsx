import Hand from 'lucide-react/icons/hand';
import { ask } from '../../bridge/index.ts';
import { CardInReader } from '../../parts/art/CardInReader.tsx';
import { Button } from '../../parts/Button.tsx';
import { Title } from '../../parts/Title.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import './Erased.css';
import { Receipt } from './Receipt.tsx';

/** The last thing a citizen sees, until the shell destroys the window and a fresh one shows the poster. It never says more than is true. */
export function Erased() {
  const { t } = useTranslation(['kiosk', 'mishaps']);
  const { state, end } = useKiosk();
  const { visit, problem } = state;
  if (problem !== null)
    return (
      <main className="erased">
        <Hand aria-hidden className="erased-hand" />
        <Title key="problem">{t(`mishaps:${problem}.title`)}</Title>
        <p>{t('person.lateDesk')}</p>
        <Button kind="end" onPress={end}>
          {t('closing.end')}
        </Button>
      </main>
    );
  const wiped = visit.phase === 'none' ? visit.wiped : undefined;
  const kept = visit.phase === 'none' ? visit.kept : undefined;
  const cardLeft = visit.phase === 'none' && visit.cardLeft === true;
  if (!wiped)
    return (
      <main className="erased" aria-busy="true">
        <svg viewBox="0 0 200 200" aria-hidden="true" className="erased-sign">
          <circle cx="100" cy="100" r="92" />
          <path d="M64 100h72" />
        </svg>
        <Title key="erasing">{t('erased.erasing')}</Title>
        <p>{t('erased.text')}</p>
      </main>
    );
  const clean = wiped.files === 0 && wiped.cookies === 0 && wiped.signedOut;
  return (
    <main className="erased erased-two">
      {cardLeft && (
        <div className="erased-card" role="alert">
          <CardInReader card="out" lamp="blink" />
          <b>{t('erased.cardLeft')}</b>
        </div>
      )}
      <Receipt wiped={wiped} kept={kept} />
      <div className="erased-words">
        <Title key="erased">{t(clean ? 'erased.title' : 'erased.left')}</Title>
        <p>{t(clean ? 'erased.text' : 'erased.leftText')}</p>
        {clean && !cardLeft && (
          <Button kind="primary" onPress={() => void ask('visit.goOn')}>
            {t('erased.ok')}
          </Button>
        )}
      </div>
    </main>
  );
}
