import type { LucideIcon } from 'lucide-react';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleQuestion from 'lucide-react/icons/circle-question-mark';
import CircleX from 'lucide-react/icons/circle-x';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useEffect, useState } from 'react';
import type { Check } from '../../../main/core/health.ts';
import type { Mishap } from '../../../main/core/mishap.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { MishapText } from '../parts/MishapText.tsx';
import { Tag, type Tone } from '../parts/Tag.tsx';
import { toSee, worstFirst } from './order.ts';
import './HealthPage.css';

const LOOK: Record<Check['status'], { tone: Tone; icon: LucideIcon }> = {
  good: { tone: 'ok', icon: CircleCheck },
  warning: { tone: 'call', icon: CircleAlert },
  bad: { tone: 'stop', icon: CircleX },
  unknown: { tone: 'busy', icon: CircleQuestion },
};

/** The checks of this machine in plain words, the worst first; the technical detail is for the IT person. */
export function HealthPage() {
  const { t } = useTranslation('console');
  const [checks, setChecks] = useState<readonly Check[] | null>(null);
  const [mishap, setMishap] = useState<Mishap | null>(null);
  const [round, setRound] = useState(0);
  const [busy, setBusy] = useState(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    let here = true;
    setBusy(true);
    ask('health.read').then((result) => {
      if (!here) return;
      if (result.ok) setChecks(result.value.checks);
      setMishap(result.ok ? null : result.code);
      setBusy(false);
    });
    return () => {
      here = false;
    };
  }, [round]);

  const count = checks ? toSee(checks) : 0;
  return (
    <section className="health">
      <div className="head">
        <h1>{t('health.title')}</h1>
        <Button icon={RefreshCw} onPress={() => setRound((n) => n + 1)}>
          {t('health.again')}
        </Button>
      </div>
      <p role="status" className="health-sum">
        {busy && t('health.checking')}
        {!busy && checks && (count === 0 ? t('health.allGood') : t('health.toSee', { count }))}
      </p>
      {mishap && <MishapText code={mishap} />}
      <ul className="checks">
        {worstFirst(checks ?? []).map((check) => (
          <CheckCard key={check.id} check={check} />
        ))}
      </ul>
    </section>
  );
}

function CheckCard({ check: { id, status, detail } }: { check: Check }) {
  const { t } = useTranslation('console');
  return (
    <li className={`check check-${status}`}>
      <Tag {...LOOK[status]}>{t(`health.status.${status}`)}</Tag>
      <h2>{t(`health.${id}.name`)}</h2>
      <p>{t(`health.${id}.${status}`)}</p>
      {detail !== '' && <p className="soft small check-detail">{t('health.forIt', { detail })}</p>}
    </li>
  );
}
