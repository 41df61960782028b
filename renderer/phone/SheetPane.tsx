import type { LucideIcon } from 'lucide-react';
import Backpack from 'lucide-react/icons/backpack';
import Building from 'lucide-react/icons/building';
import Clock from 'lucide-react/icons/clock';
import Coins from 'lucide-react/icons/coins';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import UserCheck from 'lucide-react/icons/user-check';
import Users from 'lucide-react/icons/users';
import type { Sheet } from '../../main/core/procedure/schema.ts';
import { isExpired, isVerified } from '../../main/core/procedure/sheet.ts';
import { Fact, Facts } from '../parts/Facts.tsx';
import { Known } from '../parts/Known.tsx';
import { Stamp } from '../parts/Stamp.tsx';
import { longDay, useTranslation } from '../words/index.ts';

/** The facts in the order in which a caller asks for them. */
const SHOWN = ['bring', 'duration', 'cost', 'audience', 'administration', 'thirdParty'] as const;
const PICTURE: Record<(typeof SHOWN)[number], LucideIcon> = {
  bring: Backpack,
  duration: Clock,
  cost: Coins,
  audience: Users,
  administration: Building,
  thirdParty: UserCheck,
};

/** The sheet of a procedure, to be read aloud. What nobody knows says "ask the administration". */
export function SheetPane({ sheet: { file, text }, today }: { sheet: Sheet; today: string }) {
  const { t, i18n } = useTranslation('kiosk');
  const until = isExpired(file, today) ? file.validUntil : null;
  const since = isVerified(file, today) ? file.verifiedOn : null;
  return (
    <div className="sheet">
      {until && <Stamp kind="ask">{t('sheet.outdated', { day: longDay(until, i18n.language) })}</Stamp>}
      {!until && (
        <Stamp kind={since ? 'ok' : 'ask'}>
          {since ? t('sheet.verified', { day: longDay(since, i18n.language) }) : t('sheet.unverified')}
        </Stamp>
      )}
      <h1>{text.title}</h1>
      <p className="sheet-summary">{text.summary}</p>
      <Facts>
        {SHOWN.map((name) => {
          const value = text[name];
          return (
            <Fact key={name} icon={PICTURE[name]} name={t(`sheet.${name}`)}>
              <Known grade={file.facts[name].grade}>{typeof value === 'string' ? value : value && <Lines lines={value} />}</Known>
            </Fact>
          );
        })}
        {text.watchOut.length > 0 && (
          <Fact icon={TriangleAlert} name={t('sheet.watch')}>
            <Lines lines={text.watchOut} />
          </Fact>
        )}
      </Facts>
      {text.onceOnly && (
        <p>
          <b>{t('sheet.once')}</b> {text.onceOnly}
        </p>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
