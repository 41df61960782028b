import type { ProcedureFile } from '../../../main/core/procedure/schema.ts';
import { isExpired, isVerified } from '../../../main/core/procedure/sheet.ts';
import { Stamp } from '../../parts/Stamp.tsx';
import { longDay, useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';

/** Whether a person has verified the sheet. Common and honest: "not yet", and after its last day "out of date". */
export function Verified({ file }: { file: ProcedureFile }) {
  const { t } = useTranslation();
  const { boot, language } = useKiosk();
  const { verifiedOn, validUntil } = file;
  if (validUntil !== null && isExpired(file, boot.today))
    return <Stamp kind="ask">{t('sheet.outdated', { day: longDay(validUntil, language) })}</Stamp>;
  if (verifiedOn === null || !isVerified(file, boot.today)) return <Stamp kind="ask">{t('sheet.unverified')}</Stamp>;
  return <Stamp kind="ok">{t('sheet.verified', { day: longDay(verifiedOn, language) })}</Stamp>;
}
