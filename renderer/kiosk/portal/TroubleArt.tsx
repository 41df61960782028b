import type { ReactNode } from 'react';
import type { PortalTrouble } from '../../../main/core/portal/view.ts';
import { CardInReader } from '../../parts/art/CardInReader.tsx';
import { SiteWindow } from '../../parts/art/SiteWindow.tsx';
import { ChildCard, OtherCard, OutOfDate, TwoCards, WipeAndTurn } from '../screens/art/cards.tsx';

const PICTURE: Record<PortalTrouble, ReactNode> = {
  offline: <SiteWindow shows="unplugged" />,
  down: <SiteWindow shows="asleep" />,
  'not-found': <SiteWindow shows="empty" sign="ask" />,
  certificate: <SiteWindow shows="page" sign="lock" />,
  blocked: <SiteWindow shows="page" sign="no" />,
  crashed: <SiteWindow shows="torn" />,
  'login-no-card': <CardInReader card="away" />,
  'login-not-eid': <OtherCard />,
  'login-unreadable': <WipeAndTurn />,
  'login-two-cards': <TwoCards />,
  'login-no-key': <ChildCard />,
  'login-expired': <OutOfDate />,
  'login-module': <CardInReader card="in" lamp="blink" sign="ask" />,
  'login-no-common': <SiteWindow shows="card" sign="ask" />,
  'login-refused': <SiteWindow shows="card" sign="no" />,
  'login-cancelled': <SiteWindow shows="card" sign="stop" />,
  'login-code': <SiteWindow shows="card" sign="lock" />,
  'login-failed': <CardInReader card="in" lamp="on" sign="ask" />,
};

/** What happened, drawn: a site, or a card and its reader. The words beside it say the same. */
export function TroubleArt({ code }: { code: PortalTrouble }) {
  return PICTURE[code];
}
