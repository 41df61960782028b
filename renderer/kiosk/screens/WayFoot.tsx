import { useTranslation } from '../../words/index.ts';
import { WayButtons } from './WayButtons.tsx';
import './WayFoot.css';

/** Counter, phone and post in one row above the buttons that lead on: in sight on every screen that cannot show them beside the page. */
export function WayFoot() {
  const { t } = useTranslation();
  return (
    <section className="way-foot" aria-label={t('portal.trouble.other')}>
      <h2>{t('portal.trouble.other')}</h2>
      <ul>
        <WayButtons />
      </ul>
    </section>
  );
}
