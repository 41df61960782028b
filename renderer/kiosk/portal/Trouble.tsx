import Hand from 'lucide-react/icons/hand';
import House from 'lucide-react/icons/house';
import KeyRound from 'lucide-react/icons/key-round';
import Printer from 'lucide-react/icons/printer';
import RotateCw from 'lucide-react/icons/rotate-cw';
import Smartphone from 'lucide-react/icons/smartphone';
import { useEffect } from 'react';
import type { PortalTrouble } from '../../../main/core/portal/view.ts';
import type { Sheet } from '../../../main/core/procedure/schema.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Title } from '../../parts/Title.tsx';
import { useTranslation } from '../../words/index.ts';
import { Scroll } from '../frame/Scroll.tsx';
import { useKiosk } from '../visit/context.ts';
import './Trouble.css';
import { WayButtons } from '../screens/WayButtons.tsx';
import { TroubleArt } from './TroubleArt.tsx';

/** Trying the same again would show the same: the site's first page is the way on. */
const ELSEWHERE: readonly PortalTrouble[] = ['not-found', 'blocked'];
/** Nothing to try again: the card, or the site, will be the same. */
const NOT_AGAIN: readonly PortalTrouble[] = [
  'certificate',
  'login-expired',
  'login-no-key',
  'login-no-common',
  'login-module',
  'login-code',
];
/** Another means than the card would get through. */
const ITSME: readonly PortalTrouble[] = [
  'login-expired',
  'login-no-key',
  'login-module',
  'login-no-common',
  'login-refused',
  'login-failed',
  'login-unreadable',
  'login-code',
];

/** The sheet about a code that is lost or blocked. */
const NEW_CODE = 'eid-pin-code';

/** The site cannot be shown: what happened, what to do, and every other way, in the place where the site would be. */
export function Trouble({ code, sheet }: { code: PortalTrouble; sheet: Sheet }) {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  // The view lies above the page, and would lie above this.
  useEffect(() => void ask('portal.place', { rect: null }), []);
  const go = (to: 'again' | 'home') => void ask('portal.go', { to });
  const elsewhere = ELSEWHERE.includes(code) || NOT_AGAIN.includes(code);
  // Not to be gone round by oneself.
  const unsafe = code === 'certificate';
  // First page and person stand above and below on this screen; a second row of buttons would push the other ways out of it.
  const blocked = code === 'login-code';
  const person = (
    <Button
      kind={unsafe ? 'primary' : 'person'}
      icon={Hand}
      onPress={() => dispatch({ do: 'overlay', overlay: { name: 'person' } })}
    >
      {t('promise.personShort')}
    </Button>
  );
  const itsme = ITSME.includes(code) && sheet.file.logins.means.includes('itsme');
  return (
    <div className="trouble">
      <Scroll>
        <div className="trouble-inner">
          <TroubleArt code={code} />
          <div className="trouble-words">
            <Title>{t(`portal.trouble.${code}.title`)}</Title>
            <p>{t(`portal.trouble.${code}.text`)}</p>
          </div>
          <div className="trouble-go">
            {unsafe && person}
            {blocked ? (
              <Button kind="primary" icon={KeyRound} onPress={() => dispatch({ do: 'open', id: NEW_CODE })}>
                {t('portal.trouble.newCode')}
              </Button>
            ) : elsewhere ? (
              <Button kind={unsafe ? 'quiet' : 'primary'} icon={House} onPress={() => go('home')}>
                {t('portal.bar.home')}
              </Button>
            ) : (
              <Button kind="primary" icon={RotateCw} onPress={() => go('again')}>
                {t('portal.trouble.again')}
              </Button>
            )}
            {itsme && (
              <Button icon={Smartphone} onPress={() => dispatch({ do: 'overlay', overlay: { name: 'portal', window: 'itsme' } })}>
                {t('portal.itsmeAsk')}
              </Button>
            )}
            {!unsafe && !blocked && person}
          </div>
          <section className="trouble-other" aria-label={t('portal.trouble.other')}>
            <h2>{t('portal.trouble.other')}</h2>
            <ul>
              <WayButtons />
              <li>
                <Button icon={Printer} onPress={() => dispatch({ do: 'visitScreen', name: 'paper' })}>
                  {t('portal.trouble.paper')}
                </Button>
              </li>
            </ul>
          </section>
        </div>
      </Scroll>
    </div>
  );
}
