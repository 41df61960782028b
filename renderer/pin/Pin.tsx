import Lock from 'lucide-react/icons/lock-keyhole';
import type { PinView } from '../../main/core/card/code.ts';
import { useActive } from '../parts/useActive.ts';
import { useTranslation } from '../words/index.ts';
import { Busy } from './Busy.tsx';
import { Consent } from './Consent.tsx';
import { End } from './End.tsx';
import { Entry } from './Entry.tsx';
import { Keypad } from './Keypad.tsx';
import { LastTry } from './LastTry.tsx';
import { useKeys } from './useKeys.ts';
import { usePin } from './usePin.ts';

/** The PIN window: over the kiosk, a process of its own. Presses go out, a count comes back. */
export function Pin({ first }: { first: PinView }) {
  const { t } = useTranslation('pin');
  const view = usePin(first);
  useActive(true);
  useKeys(view);
  return (
    <div className="pin">
      <header className="pin-head">
        <Lock aria-hidden />
        <p>
          <b>{t('title')}</b> <span>{t('between')}</span>
        </p>
      </header>
      <Phase view={view} />
    </div>
  );
}

function Phase({ view }: { view: PinView }) {
  switch (view.phase) {
    case 'closed':
      return null;
    case 'busy':
      return <Busy stops={view.stops} />;
    case 'consent':
      return <Consent purpose={view.purpose} />;
    case 'warning':
    case 'sure':
      return <LastTry key={view.phase} phase={view.phase} />;
    case 'entry':
      // A new question takes the focus to its heading.
      return <Entry key={view.field} view={view} />;
    case 'keypad':
      return <Keypad view={view} />;
    case 'end':
      return <End view={view} />;
  }
}
