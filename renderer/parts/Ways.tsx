import type { LucideIcon } from 'lucide-react';
import Building2 from 'lucide-react/icons/building-2';
import Mail from 'lucide-react/icons/mail';
import Monitor from 'lucide-react/icons/monitor';
import Phone from 'lucide-react/icons/phone';
import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import type { OtherWay } from '../../main/core/journal/record.ts';
import type { Sheet } from '../../main/core/procedure/schema.ts';
import { useTranslation } from '../words/index.ts';
import { Known } from './Known.tsx';
import { LegalStatus, LegalText } from './Legal.tsx';
import './Ways.css';
import { askKey, isRight, OTHER_WAYS } from './ways.ts';

export type Way = 'online' | OtherWay;
export const WAY_PICTURE: Record<Way, LucideIcon> = { online: Monitor, counter: Building2, phone: Phone, post: Mail };

interface Props {
  sheet: Sheet;
  /** Called with the way that was touched. */
  onWay: (way: Way) => void;
}

/**
 * The equal-rights panel: online, counter, phone and post, in four cards of the same size and weight, and the legal basis
 * with its status. Only a law in force is called a right. Needs the words of the kiosk (`kiosk.json`).
 */
export function Ways({ sheet, onWay }: Props) {
  const { t } = useTranslation('kiosk');
  const title = useId();
  const grades = sheet.file.facts;
  return (
    <section className="ways" aria-labelledby={title}>
      <h2 id={title}>{t(isRight(sheet) ? 'ways.equal' : 'ways.four')}</h2>
      <LegalStatus sheet={sheet} />
      <ul>
        <WayCard way="online" onWay={onWay}>
          <Known grade={grades.steps.grade}>{t('ways.onlineText', { count: sheet.text.steps.length })}</Known>
        </WayCard>
        {OTHER_WAYS.map((way) => (
          <WayCard key={way} way={way} onWay={onWay}>
            <Known grade={grades[way].grade} ask={t(askKey(sheet, way))}>
              {sheet.text[way]}
            </Known>
          </WayCard>
        ))}
      </ul>
      <LegalText sheet={sheet} />
    </section>
  );
}

function WayCard({ way, onWay, children }: { way: Way; onWay: Props['onWay']; children: React.ReactNode }) {
  const { t } = useTranslation('kiosk');
  const Picture = WAY_PICTURE[way];
  return (
    <li>
      <Button className="way" onPress={() => onWay(way)}>
        <span className="way-name">
          <Picture aria-hidden />
          {t(`ways.${way}`)}
        </span>
        <span className="way-text">{children}</span>
      </Button>
    </li>
  );
}
