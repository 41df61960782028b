import Hand from 'lucide-react/icons/hand';
import UserX from 'lucide-react/icons/user-round-x';
import { useTranslation } from '../words/index.ts';

/** Nobody should see it, and nobody of the house types it. */
export function Advice() {
  const { t } = useTranslation('pin');
  return (
    <ul className="pin-advice">
      <li>
        <Hand aria-hidden />
        <span>{t('advice.cover')}</span>
      </li>
      <li>
        <UserX aria-hidden />
        <span>{t('advice.self')}</span>
      </li>
    </ul>
  );
}
