import { useTranslation } from '../words/index.ts';

/** Shown when main does not even say who this window is. */
export function Failed() {
  const { t } = useTranslation('phone');
  return (
    <main className="pane">
      <h1>{t('app.name')}</h1>
      <p role="alert">{t('app.failed')}</p>
    </main>
  );
}
