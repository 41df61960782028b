import Layers from 'lucide-react/icons/layers';
import { type ReactNode, useRef } from 'react';
import { Button as Pressable } from 'react-aria-components/Button';
import type { Sheet } from '../../../main/core/procedure/schema.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { Arrived } from '../papers/Arrived.tsx';
import { useKiosk } from '../visit/context.ts';
import './Pane.css';
import { PaneBar } from './PaneBar.tsx';
import { Refused } from './Refused.tsx';
import { Trouble } from './Trouble.tsx';
import { TypeHere } from './TypeHere.tsx';
import { usePlace } from './usePlace.ts';
import type { Open } from './usePortal.ts';
import { useRoom } from './useRoom.ts';

interface Props {
  view: Open;
  sheet: Sheet;
  /** Where one is, when it is not said at the top of the screen. */
  line?: ReactNode;
  /** The choice of layouts stands here when the guide's column does not. */
  layouts: boolean;
}

/** The site: what one can do with it, what must be said of it, and the place where its view lies. */
export function Pane({ view, sheet, line, layouts }: Props) {
  const { t } = useTranslation();
  return (
    <section className="pane" aria-label={t('portal.inside')}>
      <PaneBar view={view} line={line} layouts={layouts} />
      {view.stacked > 0 && (
        <div className="pane-strip pane-stacked" role="status">
          <Layers aria-hidden />
          <p>{t('portal.stacked')}</p>
          <Button onPress={() => void ask('portal.go', { to: 'close' })}>{t('portal.closePage')}</Button>
        </div>
      )}
      <Arrived />
      {view.refused && <Refused key={view.refused.serial} refused={view.refused} />}
      {view.trouble ? <Trouble key={view.trouble} code={view.trouble} sheet={sheet} /> : <Slot view={view} />}
      {!view.trouble && <TypeHere />}
    </section>
  );
}

/** Where the view lies. What is drawn here is seen only while something of ours is in front and the view is hidden. */
function Slot({ view }: { view: Open }) {
  const { t } = useTranslation();
  const { state } = useKiosk();
  const { line } = useRoom();
  const slot = useRef<HTMLDivElement>(null);
  const asked =
    view.certificate !== null || view.says !== undefined || view.printing === true || (view.refused !== null && !line);
  usePlace(slot, asked || state.papers.chooser !== null || state.overlay !== null || state.visit.phase !== 'running');
  return (
    <div className="pane-slot" ref={slot}>
      <Pressable className="pane-enter" onPress={() => void ask('portal.go', { to: 'enter' })}>
        {t('portal.enter')}
      </Pressable>
    </div>
  );
}
