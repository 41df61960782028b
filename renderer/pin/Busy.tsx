import { Title } from '../parts/Title.tsx';
import { useTranslation } from '../words/index.ts';
import { CardArt } from './CardArt.tsx';
import { Page } from './Page.tsx';

/** The card works. It shows only when that takes a moment (pin.css): most cards answer before an eye could follow. */
export function Busy() {
  const { t } = useTranslation('pin');
  return (
    <Page art={<CardArt kind="busy" />} className="pin-busy">
      <Title>{t('busy.title')}</Title>
      <p>{t('busy.text')}</p>
    </Page>
  );
}
