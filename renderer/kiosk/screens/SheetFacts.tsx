import Backpack from 'lucide-react/icons/backpack';
import Building from 'lucide-react/icons/building';
import Clock from 'lucide-react/icons/clock';
import Coins from 'lucide-react/icons/coins';
import Globe from 'lucide-react/icons/globe';
import KeyRound from 'lucide-react/icons/key-round';
import ShieldCheck from 'lucide-react/icons/shield-check';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import UserCheck from 'lucide-react/icons/user-check';
import Users from 'lucide-react/icons/users';
import type { Sheet } from '../../../main/core/procedure/schema.ts';
import { Fact, Facts } from '../../parts/Facts.tsx';
import { Known } from '../../parts/Known.tsx';
import { useTranslation } from '../../words/index.ts';
import { speaksNot } from '../portal/speaks.ts';

/** What a person needs before starting; what nobody knows says "ask". */
export function FirstFacts({ sheet: { file, text } }: { sheet: Sheet }) {
  const { t, i18n } = useTranslation();
  const { facts, logins } = file;
  const means = logins.means.map((one) => t(`login.${one}`));
  return (
    <Facts>
      <Fact icon={Backpack} name={t('sheet.bring')}>
        <Known grade={facts.bring.grade}>{text.bring && <Lines lines={text.bring} />}</Known>
      </Fact>
      <Fact icon={Clock} name={t('sheet.duration')}>
        <Known grade={facts.duration.grade}>{text.duration}</Known>
      </Fact>
      <Fact icon={Coins} name={t('sheet.cost')}>
        <Known grade={facts.cost.grade}>{text.cost}</Known>
      </Fact>
      <Fact icon={KeyRound} name={t('sheet.login')}>
        <Known grade={logins.grade}>{anyOf(means, i18n.language)}</Known>
      </Fact>
    </Facts>
  );
}

/** What is good to know besides. */
export function MoreFacts({ sheet: { file, text } }: { sheet: Sheet }) {
  const { t, i18n } = useTranslation();
  const { facts, portal } = file;
  return (
    <Facts>
      {text.onceOnly && (
        <Fact icon={ShieldCheck} name={t('sheet.once')}>
          {text.onceOnly}
        </Fact>
      )}
      {text.watchOut.length > 0 && (
        <Fact icon={TriangleAlert} name={t('sheet.watch')}>
          <Lines lines={text.watchOut} />
        </Fact>
      )}
      <Fact icon={Globe} name={t('sheet.site')}>
        <Known grade={portal?.grade ?? 'unknown'}>
          {portal && (
            <>
              {portal.name} <span className="code">{portal.host}</span>{' '}
              {speaksNot(portal, i18n.language) && t('portal.otherLanguage')}
            </>
          )}
        </Known>
      </Fact>
      <Fact icon={Building} name={t('sheet.administration')}>
        <Known grade={facts.administration.grade}>{text.administration}</Known>
      </Fact>
      <Fact icon={Users} name={t('sheet.audience')}>
        <Known grade={facts.audience.grade}>{text.audience}</Known>
      </Fact>
      <Fact icon={UserCheck} name={t('sheet.thirdParty')}>
        <Known grade={facts.thirdParty.grade}>{text.thirdParty}</Known>
      </Fact>
    </Facts>
  );
}

/** "a, b or c" in the language spoken. */
const anyOf = (words: readonly string[], language: string) =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(words);

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 1) return <>{lines[0]}</>;
  return (
    <ul className="sheet-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
