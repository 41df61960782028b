import type { Sheet } from '../../main/core/procedure/schema.ts';
import { given, useTranslation } from '../words/index.ts';
import { Stamp } from './Stamp.tsx';
import './Legal.css';

/** Whether the ways that are not online are a right, in words. A planned law says that it is not yet one. */
export function LegalStatus({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('kiosk');
  const { status } = sheet.legal;
  return <Stamp kind={status === 'in-force' ? 'ok' : 'ask'}>{t(`ways.status.${status}`)}</Stamp>;
}

/** The legal basis itself: which text, of which day. */
export function LegalText({ sheet }: { sheet: Sheet }) {
  useTranslation('kiosk');
  return <p className="legal-text">{given(`legal.${sheet.legal.id}`)}</p>;
}

/** The legal basis with its status. */
export function Legal({ sheet }: { sheet: Sheet }) {
  return (
    <div className="legal">
      <LegalStatus sheet={sheet} />
      <LegalText sheet={sheet} />
    </div>
  );
}
