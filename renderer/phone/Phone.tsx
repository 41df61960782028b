import PhoneCall from 'lucide-react/icons/phone-call';
import PhoneOff from 'lucide-react/icons/phone-off';
import ShieldBan from 'lucide-react/icons/shield-ban';
import { useEffect, useState } from 'react';
import type { Boot } from '../../main/core/contract.ts';
import { Button } from '../parts/Button.tsx';
import { Mark } from '../parts/Mark.tsx';
import { speak, useTranslation } from '../words/index.ts';
import { Call } from './Call.tsx';
import { clock } from './clock.ts';
import { useSeconds } from './useSeconds.ts';

type Line = 'ready' | 'talking' | 'wiped';

/** The operator's desk: what never to ask, the clock of the call, and the call itself, which leaves nothing behind. */
export function Phone({ boot }: { boot: Boot }) {
  const { t, i18n } = useTranslation('phone');
  const [line, setLine] = useState<Line>('ready');
  const [calls, setCalls] = useState(0);
  const seconds = useSeconds(line === 'talking');

  useEffect(() => {
    document.title = t('app.title');
  }, [t]);
  useDark();

  async function end(): Promise<void> {
    // A new call is a new component: language, search, procedure and step go with the old one.
    setCalls((n) => n + 1);
    setLine('wiped');
    await speak(boot.settings.staffLanguage);
  }
  return (
    <div className="phone">
      <header className="phone-top">
        <p className="brand">
          <Mark />
          {t('app.name')}
        </p>
        <div className="never" role="note">
          <ShieldBan aria-hidden />
          <p>
            <b>{t('never.title')}</b> {t('never.text')}
          </p>
        </div>
        <div className="call">
          {line === 'talking' && (
            <span className="call-time" role="timer" aria-label={t('call.time')}>
              {clock(seconds)}
            </span>
          )}
          {line === 'talking' ? (
            <Button kind="end" icon={PhoneOff} onPress={end}>
              {t('call.end')}
            </Button>
          ) : (
            <Button kind="primary" icon={PhoneCall} onPress={() => setLine('talking')}>
              {t('call.start')}
            </Button>
          )}
        </div>
      </header>
      <Call key={calls} boot={boot} language={i18n.language} onPick={() => setLine('talking')} />
      <footer className="phone-foot">
        <p>{t('call.kept')}</p>
        <p role="status">{line === 'wiped' ? t('call.wiped') : ''}</p>
      </footer>
    </div>
  );
}

/** Follows the machine's light or dark setting. */
function useDark(): void {
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';
    };
    follow();
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, []);
}
