import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import type { Boot } from '../../../main/core/contract.ts';
import { useTranslation } from '../../words/index.ts';
import './About.css';

/** What the journal never holds (house, section 7, rule 6), in the order of the words. */
const NEVER = ['name', 'nrn', 'card', 'birth', 'address', 'contact', 'bank', 'text', 'picture', 'address-web', 'time'] as const;

/** Which Comptoir this is, on what it runs, under which licences, and what it never keeps. */
export function About({ boot }: { boot: Boot }) {
  const { t } = useTranslation('console');
  const { kind, electron, node } = boot.runtime;
  const { name, region } = boot.settings.place;
  return (
    <section className="about">
      <h1>{t('about.title')}</h1>
      <p>{t('about.what')}</p>
      {kind === 'fallback' && (
        <div className="about-warning" role="note">
          <TriangleAlert aria-hidden />
          <div>
            <h2>{t('about.fallbackTitle')}</h2>
            <p>{t('about.fallbackText')}</p>
          </div>
        </div>
      )}
      <dl className="about-facts">
        <dt>{t('about.version')}</dt>
        <dd className="code">{boot.version}</dd>
        <dt>{t('about.runtime')}</dt>
        <dd>
          {t(`about.runtimeName.${kind}`, { electron: electron ?? '', node })}
          {kind === 'given' && <p className="soft">{t('about.givenText')}</p>}
        </dd>
        <dt>{t('about.place')}</dt>
        <dd>{name === '' ? t('about.noPlace') : name}</dd>
        <dt>{t('about.region')}</dt>
        <dd>{t(`about.regions.${region}`)}</dd>
      </dl>
      <h2>{t('about.never')}</h2>
      <ul className="about-never">
        {NEVER.map((item) => (
          <li key={item}>
            <X aria-hidden />
            {t(`about.neverItems.${item}`)}
          </li>
        ))}
      </ul>
      <p>{t('about.adds')}</p>
      <h2>{t('about.licences')}</h2>
      <p>{t('about.licence')}</p>
      <p className="soft">{t('about.fonts')}</p>
    </section>
  );
}
