import Landmark from 'lucide-react/icons/landmark';
import LockKeyhole from 'lucide-react/icons/lock-keyhole';
import ShieldAlert from 'lucide-react/icons/shield-alert';
import { useEffect, useState } from 'react';
import type { ProcedureFile } from '../../../main/core/procedure/schema.ts';
import { Live } from '../../parts/Live.tsx';
import { useTranslation } from '../../words/index.ts';
import './SiteLine.css';
import type { Open } from './usePortal.ts';

/** A page that comes at once needs no word; one that takes its time is announced, once, and again when it is there. */
const PATIENCE = 1_200;

/** Where one is, in plain words: whose site this is, its address, who holds its certificate, and whether a page is on its way. */
export function SiteLine({ view, file }: { view: Open; file: ProcedureFile }) {
  const { t } = useTranslation();
  const { site, loading, loggedIn, trouble } = view;
  const name = site.name ?? file.portal?.name ?? site.host;
  // Only a place somebody has checked is called official.
  const level = file.portal?.grade === 'sure' ? file.level : 'other';
  const login = site.kind === 'login';
  // Whose site this is nobody knows.
  const unsure = trouble === 'certificate';
  const Picture = unsure ? ShieldAlert : login ? LockKeyhole : Landmark;
  const words = unsure ? t('portal.site.unsure') : login ? t('portal.site.login') : t(`portal.site.${level}`, { name });
  return (
    <div className="site-line" data-loading={loading}>
      <i className="site-picture" aria-hidden>
        <Picture />
      </i>
      <div>
        <p className="site-name">{words}</p>
        <p className="site-more">
          <span className="code">{site.host}</span>
          {loggedIn && <b>{t('portal.site.loggedIn')}</b>}
          {site.holder && !unsure && <span>{t('portal.site.holder', { holder: site.holder })}</span>}
        </p>
      </div>
      <Slow loading={loading} />
    </div>
  );
}

/** Says a slow page to those who do not see the line that runs. */
function Slow({ loading }: { loading: boolean }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<'' | 'loading' | 'loaded'>('');
  useEffect(() => {
    if (!loading) return setSaid((was) => (was === 'loading' ? 'loaded' : was));
    const timer = setTimeout(() => setSaid('loading'), PATIENCE);
    return () => clearTimeout(timer);
  }, [loading]);
  return <Live text={said && t(`portal.${said}`)} />;
}
