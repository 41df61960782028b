import CircleHelp from 'lucide-react/icons/circle-question-mark';
import type { ReactNode } from 'react';
import type { ProcedureFile } from '../../main/core/procedure/schema.ts';
import { useTranslation } from '../words/index.ts';
import { Stamp } from './Stamp.tsx';
import './Known.css';

type Grade = ProcedureFile['logins']['grade'];

/**
 * A fact, as sure as it is: `sure` is said plainly, `plausible` carries "to be checked", `unknown` says `ask` instead
 * (by default: ask the administration). Needs the words of the kiosk.
 */
export function Known({ grade, ask, children }: { grade: Grade; ask?: string; children: ReactNode }) {
  const { t } = useTranslation('kiosk');
  const unknown = grade === 'unknown' || children === null || children === undefined;
  if (unknown)
    return (
      <span className="known known-ask">
        <CircleHelp aria-hidden />
        <span>{ask ?? t('sheet.ask')}</span>
      </span>
    );
  return (
    <span className="known">
      <span>{children}</span>
      {grade === 'plausible' && <Stamp kind="ask">{t('sheet.toCheck')}</Stamp>}
    </span>
  );
}
