import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import type { Wiped } from '../../../main/core/visit/view.ts';
import { Mark } from '../../parts/Mark.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';

interface Props {
  wiped: Wiped;
  /** Whether the journal keeps a line of the visit; left out when nobody said. */
  kept: boolean | undefined;
}

/** What was counted after the wipe, as a till prints it: nothing, three times. What is not nothing says so as plainly. */
export function Receipt({ wiped: { files, cookies, signedOut }, kept }: Props) {
  const { t } = useTranslation();
  const { boot } = useKiosk();
  const lines = [
    { words: t('erased.files', { count: files }), good: files === 0 },
    { words: t('erased.cookies', { count: cookies }), good: cookies === 0 },
    { words: t(signedOut ? 'erased.out' : 'erased.in'), good: signedOut },
  ];
  return (
    <section className="receipt" aria-label={t('erased.receipt')}>
      <p className="receipt-head">
        <Mark />
        <span>{boot.settings.place.name || 'Comptoir'}</span>
      </p>
      <h2>{t('erased.receipt')}</h2>
      <ul>
        {lines.map(({ words, good }) => (
          <li key={words} className={good ? 'receipt-good' : 'receipt-bad'}>
            <span className="receipt-sign" aria-hidden>
              {good ? <Check /> : <X />}
            </span>
            {words}
          </li>
        ))}
      </ul>
      {kept !== undefined && <p className="receipt-line">{t(kept ? 'erased.kept' : 'erased.notKept')}</p>}
      <p className="receipt-foot">{t('erased.cookieText')}</p>
    </section>
  );
}
