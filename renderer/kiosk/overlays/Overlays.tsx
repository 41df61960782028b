import { useEffect } from 'react';
import { Live } from '../../parts/Live.tsx';
import { useTranslation } from '../../words/index.ts';
import { Chooser } from '../papers/Chooser.tsx';
import { PortalWindows } from '../portal/PortalWindows.tsx';
import { useKiosk } from '../visit/context.ts';
import { CardTaken } from './CardTaken.tsx';
import { IdleWarning } from './IdleWarning.tsx';
import { LanguageWindow } from './LanguageWindow.tsx';
import { PersonWindow } from './PersonWindow.tsx';
import { SizeWindow } from './SizeWindow.tsx';
import { useLate } from './useLate.ts';
import { WayWindow } from './WayWindow.tsx';

/** What lies over the screens. A warning of the visit goes before anything a citizen opened. */
export function Overlays() {
  const { t } = useTranslation();
  const { state, dispatch } = useKiosk();
  const late = useLate(state.call.state === 'called');
  const { overlay, visit, screen, card, call, papers } = state;
  // Nobody came: what else can be done is said without being asked for.
  useEffect(() => {
    if (late) dispatch({ do: 'overlay', overlay: { name: 'person' } });
  }, [late, dispatch]);
  if (screen.name === 'erased') return null;
  const said = call.state === 'none' ? '' : t(call.state === 'called' ? 'person.called' : 'person.coming');
  return (
    <>
      <Live text={t(`card.${card.state}.title`)} />
      <Live text={said} />
      {visit.phase === 'idle-warning' && <IdleWarning seconds={visit.secondsLeft ?? 0} />}
      {visit.phase === 'card-taken' && <CardTaken seconds={visit.secondsLeft} />}
      {visit.phase === 'running' && overlay?.name === 'person' && <PersonWindow late={late} />}
      {visit.phase === 'running' && overlay?.name === 'language' && <LanguageWindow />}
      {visit.phase === 'running' && overlay?.name === 'size' && <SizeWindow />}
      {visit.phase === 'running' && overlay?.name === 'way' && <WayWindow way={overlay.way} />}
      {/* What the site asks is about the person: while the page is hidden it waits. */}
      {visit.phase === 'running' &&
        !state.hidden &&
        (papers.chooser ? <Chooser key={papers.chooser.serial} question={papers.chooser} /> : <PortalWindows />)}
    </>
  );
}
