import X from 'lucide-react/icons/x';
import { ask } from '../bridge/index.ts';
import { Button } from '../parts/Button.tsx';
import { Title } from '../parts/Title.tsx';
import { useTranslation } from '../words/index.ts';
import { CardArt } from './CardArt.tsx';
import { Page } from './Page.tsx';

/** The card works. It shows only when that takes a moment (pin.css): most cards answer before an eye could follow. */
export function Busy({ stops }: { stops: boolean }) {
  const { t } = useTranslation('pin');
  return (
    <Page
      art={<CardArt kind="busy" />}
      className="pin-busy"
      go={
        stops && (
          <Button icon={X} onPress={() => void ask('pin.back', { phase: 'busy' })}>
            {t('entry.cancel')}
          </Button>
        )
      }
    >
      <Title>{t('busy.title')}</Title>
      <p>{t('busy.text')}</p>
    </Page>
  );
}
