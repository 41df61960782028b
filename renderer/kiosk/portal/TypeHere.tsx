import Pencil from 'lucide-react/icons/pencil';
import { useEffect, useState } from 'react';
import type { OnceOutcome, OnceView, TypeField } from '../../../main/core/portal/once.ts';
import { ask, listen } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import './TypeHere.css';

/** "Write my street here": what the card may write into the field of the site that was touched. Nothing without a touch, nothing is sent. */
export function TypeHere() {
  const [view, setView] = useState<OnceView>(null);
  useEffect(() => {
    let news = false;
    void ask('once.read').then((answer) => answer.ok && !news && setView(answer.value));
    return listen('once.changed', (next) => {
      news = true;
      setView(next);
    });
  }, []);
  return view && <Offer key={view.serial} view={view} />;
}

type Now =
  | { is: 'offered' }
  | { is: 'asked' | 'reading'; field: TypeField }
  | { is: 'over'; outcome: Exclude<OnceOutcome, 'ask'> };

/** For one touch: what is offered, the question before the card is read, and what came of it. */
function Offer({ view: { serial, offers } }: { view: NonNullable<OnceView> }) {
  const { t } = useTranslation();
  const [now, setNow] = useState<Now>({ is: 'offered' });
  const write = async (field: TypeField, agree: boolean) => {
    setNow({ is: 'reading', field });
    const answer = await ask('once.type', { serial, field, agree });
    const outcome = answer.ok ? answer.value.outcome : 'gone';
    setNow(outcome === 'ask' ? { is: 'asked', field } : { is: 'over', outcome });
  };
  return (
    <section className="pane-strip once" aria-label={t('portal.once.label')}>
      <Pencil aria-hidden />
      <p role="status">
        {now.is === 'asked' && t(`portal.once.ask.${now.field}`)}
        {now.is === 'reading' && t('portal.once.reading')}
        {now.is === 'over' && t(`portal.once.said.${now.outcome}`)}
      </p>
      {now.is === 'asked' && (
        <>
          <Button onPress={() => setNow({ is: 'offered' })}>{t('portal.once.no')}</Button>
          <Button kind="primary" onPress={() => void write(now.field, true)}>
            {t('portal.once.yes')}
          </Button>
        </>
      )}
      {(now.is === 'offered' || now.is === 'over') &&
        offers.map((field, at) => (
          <Button key={field} {...(at === 0 && { kind: 'primary' })} onPress={() => void write(field, false)}>
            {t(`portal.once.write.${field}`)}
          </Button>
        ))}
    </section>
  );
}
