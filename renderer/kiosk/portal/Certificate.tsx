import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { isStateHost } from '../../../main/core/portal/state-host.ts';
import { ask } from '../../bridge/index.ts';
import { SiteWindow } from '../../parts/art/SiteWindow.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { Island } from './Island.tsx';
import type { Open } from './usePortal.ts';
import './windows.css';

/** Before the card's certificate is sent: whose, to whom, and what it tells. Nothing is chosen yet, and there is no third way out. */
export function Certificate({ question: { name, host, valid } }: { question: NonNullable<Open['certificate']> }) {
  const { t } = useTranslation();
  const state = isStateHost(host);
  const where = state ? t('portal.certificate.state') : host;
  const answer = (agree: boolean) => void ask('portal.certificate', { agree, host });
  return (
    <Dialog alert title={<Island part={host}>{t('portal.certificate.title', { where, name })}</Island>}>
      <p className="soft">
        {t('portal.certificate.second')}
        {state && (
          <>
            {' '}
            {t('portal.certificate.address')} <span className="code island">{host}</span>
          </>
        )}
      </p>
      <div className="with-art">
        <SiteWindow shows="card" sign="ask" />
        <div className="said">
          <ul className="said">
            <li>{t('portal.certificate.sees')}</li>
            <li>{t('portal.certificate.always')}</li>
            <li>{t('portal.certificate.never')}</li>
          </ul>
          {!valid && <p className="said-care">{t('portal.certificate.old')}</p>}
        </div>
      </div>
      <div className="row row-equal">
        <Button icon={X} onPress={() => answer(false)}>
          {t('portal.certificate.no')}
        </Button>
        <Button kind="primary" icon={Check} onPress={() => answer(true)}>
          {t('portal.certificate.yes')}
        </Button>
      </div>
    </Dialog>
  );
}
