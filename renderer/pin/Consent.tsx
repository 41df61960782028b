import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import type { SignPurpose } from '../../main/core/card/code.ts';
import { ask } from '../bridge/index.ts';
import { Button } from '../parts/Button.tsx';
import { Title } from '../parts/Title.tsx';
import { useTranslation } from '../words/index.ts';
import { CardArt } from './CardArt.tsx';
import { Page } from './Page.tsx';

/** Before anything is signed: what, for whom, and what it means. "No" is as big as "yes". */
export function Consent({ purpose }: { purpose: SignPurpose }) {
  const { t } = useTranslation('pin');
  const { kind } = purpose;
  const facts = [
    [t('consent.what'), kind === 'document' ? t('consent.document.what', { title: purpose.title }) : t(`consent.${kind}.what`)],
    [t('consent.whom'), kind === 'login' ? t('consent.login.whom', { host: purpose.host }) : t(`consent.${kind}.whom`)],
    [t('consent.means'), t(`consent.${kind}.means`)],
  ] as const;
  return (
    <Page
      art={<CardArt kind="sign" />}
      go={
        <>
          <Button icon={X} onPress={() => void ask('pin.back', { phase: 'consent' })}>
            {t('consent.no')}
          </Button>
          <Button kind="primary" icon={Check} onPress={() => void ask('pin.go', { phase: 'consent' })}>
            {t('consent.yes')}
          </Button>
        </>
      }
    >
      <Title>{t(`consent.title.${kind}`)}</Title>
      <dl className="pin-facts">
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
