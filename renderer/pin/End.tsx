import KeyRound from 'lucide-react/icons/key-round';
import type { CodeOutcome, PinView } from '../../main/core/card/code.ts';
import { ask } from '../bridge/index.ts';
import { Button } from '../parts/Button.tsx';
import { Title } from '../parts/Title.tsx';
import { useTranslation } from '../words/index.ts';
import { CardArt, type CardPicture } from './CardArt.tsx';
import { Page } from './Page.tsx';

const PICTURE: Record<CodeOutcome, CardPicture> = {
  done: 'good',
  cancelled: 'still',
  stopped: 'stop',
  blocked: 'locked',
  removed: 'away',
  unreadable: 'ask',
  'no-key': 'still',
  'not-valid': 'ask',
  'not-genuine': 'ask',
  'no-module': 'ask',
  refused: 'ask',
  timeout: 'still',
};

/** How it ended, in plain words, and what to do next. */
export function End({ view: { outcome, does } }: { view: Extract<PinView, { phase: 'end' }> }) {
  const { t } = useTranslation('pin');
  const key = outcome === 'done' ? (`end.done.${does}` as const) : (`end.${outcome}` as const);
  const helps = outcome === 'stopped' || outcome === 'blocked';
  return (
    <Page
      art={<CardArt kind={PICTURE[outcome]} />}
      go={
        <>
          <Button kind={helps ? 'quiet' : 'primary'} onPress={() => void ask('pin.go', { phase: 'end' })}>
            {t('close')}
          </Button>
          {helps && (
            <Button kind="primary" icon={KeyRound} onPress={() => void ask('pin.help')}>
              {t('help')}
            </Button>
          )}
        </>
      }
    >
      <Title>{t(`${key}.title`)}</Title>
      <p>{t(`${key}.text`)}</p>
    </Page>
  );
}
