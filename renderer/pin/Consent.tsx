import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import type { SignPurpose } from '../../main/core/card/code.ts';
import { isStateHost } from '../../main/core/portal/state-host.ts';
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
  const facts: readonly (readonly [string, ReactNode])[] =
    kind === 'login'
      ? [
          [t('consent.where'), <Place key="place" host={purpose.host} />],
          [t('consent.means'), t('consent.login.means')],
        ]
      : [
          [
            t('consent.what'),
            kind === 'document' ? t('consent.document.what', { title: purpose.title }) : t('consent.try-login.what'),
          ],
          [t('consent.whom'), t(`consent.${kind}.whom`)],
          [t('consent.means'), t(`consent.${kind}.means`)],
        ];
  return (
    <Page
      art={<CardArt kind={kind === 'login' ? 'still' : 'sign'} />}
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
      {kind === 'login' && <p className="pin-first">{t('consent.login.first')}</p>}
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

/** The State by its name, its address small below; any other place by its address. */
function Place({ host }: { host: string }) {
  const { t } = useTranslation('pin');
  if (!isStateHost(host)) return <span className="pin-host">{host}</span>;
  return (
    <>
      <span className="pin-place">{t('consent.login.state')}</span>
      <small className="pin-host">{host}</small>
    </>
  );
}
