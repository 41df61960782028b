import RotateCw from 'lucide-react/icons/rotate-cw';
import X from 'lucide-react/icons/x';
import { useCallback, useEffect, useState } from 'react';
import type { Mishap } from '../../../main/core/mishap.ts';
import type { PhoneView } from '../../../main/core/papers/view.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Qr } from '../../parts/Qr.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';

type Open = Extract<PhoneView, { state: 'open' }>;

/** The square for the phone: one page, one photo, three minutes. Closing it closes the page. */
export function PhoneWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['kiosk', 'mishaps']);
  const { language, state } = useKiosk();
  const { phone } = state.papers;
  const [problem, setProblem] = useState<Mishap | null>(null);
  const words = useCallback(() => {
    const own = ['title', 'text', 'choose', 'send', 'received', 'kind', 'tooBig', 'tooMany', 'broken'] as const;
    const said = Object.fromEntries(own.map((key) => [key, t(`papers.page.${key}`)])) as Record<(typeof own)[number], string>; // made from the list
    return { ...said, language, direction: document.documentElement.dir === 'rtl' ? ('rtl' as const) : ('ltr' as const) };
  }, [t, language]);
  const open = useCallback(() => {
    setProblem(null);
    void ask('papers.phone', { words: words() }).then((answer) => !answer.ok && setProblem(answer.code));
  }, [words]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is opened once, with the window; another language waits for the next one
  useEffect(() => {
    open();
    return () => void ask('papers.phone', { words: null });
  }, []);

  const said = problem
    ? `${t(`mishaps:${problem}.title`)} ${t(`mishaps:${problem}.next`)}`
    : phone.state === 'received' || phone.state === 'late'
      ? t(`papers.phone.${phone.state}`)
      : phone.state === 'open'
        ? phone.refused
          ? t(`papers.phone.refused.${phone.refused}`)
          : ''
        : t('papers.phone.opening');
  const again = problem !== null || phone.state === 'late' || phone.state === 'received';
  return (
    <Dialog title={t('papers.phone.title')} onClose={onClose} className="qr-window">
      <p role="status" className={said ? 'paper-said' : 'unseen'} data-state={phone.state}>
        {said}
      </p>
      {phone.state === 'open' && !problem && <Square phone={phone} />}
      <div className="row">
        {again && (
          <Button icon={RotateCw} onPress={open}>
            {t(phone.state === 'received' && !problem ? 'papers.phone.more' : 'papers.phone.again')}
          </Button>
        )}
        <Button kind="primary" icon={X} onPress={onClose}>
          {t('move.close')}
        </Button>
      </div>
    </Dialog>
  );
}

function Square({ phone: { url, seconds, ownCertificate } }: { phone: Open }) {
  const { t } = useTranslation();
  const minutes = useMinutes(url, seconds);
  return (
    <div className="qr-two">
      <Qr text={url} label={t('papers.phone.qr')} />
      <div className="qr-how">
        <ol>
          <li>{t('papers.phone.s1')}</li>
          <li>{t('papers.phone.s2')}</li>
          <li>{t('papers.phone.s3')}</li>
        </ol>
        {ownCertificate && <p className="said-care">{t('papers.phone.warning')}</p>}
        <p className="soft">{t('papers.phone.wifi')}</p>
        <p className="soft" role="timer">
          {t('papers.phone.minutes', { count: minutes })}
        </p>
      </div>
    </div>
  );
}

/** Whole minutes that are left, at least one: main closes the page, this only says about when. */
function useMinutes(url: string, seconds: number): number {
  const [left, setLeft] = useState(seconds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted from the opening of each page
  useEffect(() => {
    setLeft(seconds);
    const timer = setInterval(() => setLeft((now) => now - 10), 10_000);
    return () => clearInterval(timer);
  }, [url]);
  return Math.max(1, Math.ceil(left / 60));
}
