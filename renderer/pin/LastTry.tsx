import { ask } from '../bridge/index.ts';
import { Button } from '../parts/Button.tsx';
import { Title } from '../parts/Title.tsx';
import { useTranslation } from '../words/index.ts';
import { CardArt } from './CardArt.tsx';
import { Page } from './Page.tsx';

/** One try is left: said before the code is asked, and asked once more when it was typed. Stopping is the safe way, and looks it. */
export function LastTry({ phase }: { phase: 'warning' | 'sure' }) {
  const { t } = useTranslation('pin');
  return (
    <Page
      art={<CardArt kind="last" />}
      go={
        <>
          <Button kind="primary" onPress={() => void ask('pin.back', { phase })}>
            {t(`${phase}.no`)}
          </Button>
          <Button onPress={() => void ask('pin.go', { phase })}>{t(`${phase}.yes`)}</Button>
        </>
      }
    >
      <Title>{t(`${phase}.title`)}</Title>
      <p>{t(`${phase}.text`)}</p>
      <p>{t(`${phase}.calm`)}</p>
    </Page>
  );
}
