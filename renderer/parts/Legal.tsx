import type { Sheet } from '../../main/core/procedure/schema.ts';
import { given, useTranslation } from '../words/index.ts';
import { Stamp } from './Stamp.tsx';
import './Legal.css';

/** The legal basis of the ways that are not online, with its status in words. A planned law says that it is not yet a right. */
export function Legal({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('kiosk');
  const { id, status } = sheet.legal;
  return (
    <div className="legal">
      <Stamp kind={status === 'in-force' ? 'ok' : 'ask'}>{t(`ways.status.${status}`)}</Stamp>
      <p>{given(`legal.${id}`)}</p>
    </div>
  );
}
