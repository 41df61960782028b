import type { PinView } from '../../main/core/card/code.ts';
import { Title } from '../parts/Title.tsx';
import { useTranslation } from '../words/index.ts';
import { Advice } from './Advice.tsx';
import { KeypadArt } from './KeypadArt.tsx';
import { Page } from './Page.tsx';
import { Problem } from './Problem.tsx';

/** The code is typed on the reader's own keys: it never comes into this machine. */
export function Keypad({ view }: { view: Extract<PinView, { phase: 'keypad' }> }) {
  const { t } = useTranslation('pin');
  const { problem = null, triesLeft, does } = view;
  return (
    <Page art={<KeypadArt />}>
      <Title>{t('keypad.title')}</Title>
      <Problem problem={problem} triesLeft={triesLeft} />
      <p>{does === 'change' ? t('keypad.change') : t('keypad.text')}</p>
      <p>{t('keypad.stop')}</p>
      <Advice />
    </Page>
  );
}
