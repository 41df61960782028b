import type { LucideIcon } from 'lucide-react';
import CircleCheck from 'lucide-react/icons/circle-check';
import CardReader from 'lucide-react/icons/credit-card-reader';
import Eraser from 'lucide-react/icons/eraser';
import Footprints from 'lucide-react/icons/footprints';
import Hand from 'lucide-react/icons/hand';
import CardIcon from 'lucide-react/icons/id-card';
import Monitor from 'lucide-react/icons/monitor';
import MonitorX from 'lucide-react/icons/monitor-x';
import { useState } from 'react';
import type { Mishap } from '../../../main/core/mishap.ts';
import type { KioskView } from '../../../main/core/visit/view.ts';
import { Button } from '../../parts/Button.tsx';
import { given, useTranslation } from '../../words/index.ts';
import { MishapText } from '../parts/MishapText.tsx';
import { Tag, type Tone } from '../parts/Tag.tsx';

type Look = 'called' | 'coming' | 'card-left' | KioskView['state'];
const LOOK: Record<Look, { tone: Tone; icon: LucideIcon }> = {
  called: { tone: 'call', icon: Hand },
  coming: { tone: 'busy', icon: Footprints },
  'in-use': { tone: 'busy', icon: Monitor },
  'card-left': { tone: 'call', icon: CardIcon },
  free: { tone: 'ok', icon: CircleCheck },
  faulty: { tone: 'stop', icon: MonitorX },
};

interface Props {
  kiosk: KioskView;
  onAnswer: (name: string) => Promise<Mishap | null>;
}

/** One kiosk: free, held up by a card that was left, in use and for which theme, asking for a person and why, or out of order. */
export function KioskCard({ kiosk, onAnswer }: Props) {
  const { t } = useTranslation('console');
  const [mishap, setMishap] = useState<Mishap | null>(null);
  const { name, state, call, minutes } = kiosk;
  // Nobody can begin there: it is not free.
  const idle: Look = state === 'free' && kiosk.cardLeft ? 'card-left' : state;
  const look: Look = call.state === 'none' ? idle : call.state;
  const { tone, icon } = LOOK[look];
  const inUse = minutes > 0 ? t('room.inUse', { minutes }) : t('room.inUseNow');
  const words = look === 'in-use' ? inUse : t(`room.${look}`);
  return (
    <li className={`kiosk kiosk-${look}`}>
      <Tag tone={tone} icon={icon}>
        {words}
      </Tag>
      <h2>{t('room.kiosk', { name })}</h2>
      <KioskText kiosk={kiosk} look={look} />
      {kiosk.cardLeft && <Wants icon={CardIcon} words={t('room.cardLeft')} />}
      {kiosk.unwiped && <Wants icon={Eraser} words={t('room.unwiped')} />}
      {kiosk.reader && <ReaderTrouble reader={kiosk.reader} />}
      {look === 'called' && (
        <Button kind="primary" aria-label={t('room.answerKiosk', { name })} onPress={async () => setMishap(await onAnswer(name))}>
          {t('room.answer')}
        </Button>
      )}
      {mishap && <MishapText code={mishap} />}
    </li>
  );
}

/** Somebody of the house is wanted, and what for. */
function Wants({ icon: Picture, words }: { icon: LucideIcon; words: string }) {
  return (
    <div className="kiosk-reader">
      <p>
        <Picture aria-hidden />
        <span>{words}</span>
      </p>
    </div>
  );
}

/** The reader wants somebody: in plain words, and the line the IT person asks for (one click selects it, Ctrl+C copies it). */
function ReaderTrouble({ reader }: { reader: NonNullable<KioskView['reader']> }) {
  const { t } = useTranslation('console');
  return (
    <div className="kiosk-reader">
      <p>
        <CardReader aria-hidden />
        <span>{given(`room.reader.${reader.state}`, 'console') ?? reader.state}</span>
      </p>
      {reader.technical !== '' && (
        <p className="soft small">
          {t('health.forIt', { detail: '' }).trim()} <code className="technical">{reader.technical}</code>
        </p>
      )}
    </div>
  );
}

function KioskText({ kiosk, look }: { kiosk: KioskView; look: Look }) {
  const { t } = useTranslation('console');
  if (look === 'faulty') return <p>{t('room.goAndSee')}</p>;
  if (look === 'card-left') return <p className="soft">{t('room.waitsForCard')}</p>;
  if (look === 'free') {
    const from = kiosk.wipedAt;
    if (from === null) return <p className="soft">{t('room.ready')}</p>;
    return <p className="soft">{t('room.wiped', { hours: t('journal.hours', { from, to: from + 1 }) })}</p>;
  }
  const { reason } = kiosk.call;
  return (
    <>
      <p className="soft">{(kiosk.theme && given(`theme.${kiosk.theme}`, 'console')) ?? t('room.noTheme')}</p>
      {look === 'called' && reason && (
        <p className="kiosk-call">
          {t(`room.reason.${reason}`)}
          <br />
          {kiosk.minutes > 0 ? t('room.since', { minutes: kiosk.minutes }) : t('room.sinceNow')}
        </p>
      )}
    </>
  );
}
