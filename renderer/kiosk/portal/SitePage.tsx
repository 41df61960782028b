import type { Sheet } from '../../../main/core/procedure/schema.ts';
import { Promises } from '../frame/Promises.tsx';
import { Tools } from '../frame/Tools.tsx';
import { GuideColumn } from './GuideColumn.tsx';
import { GuideStrip } from './GuideStrip.tsx';
import { Pane } from './Pane.tsx';
import { SiteLine } from './SiteLine.tsx';
import './SitePage.css';
import type { Open } from './usePortal.ts';
import { useRoom } from './useRoom.ts';

/** A step of the guide and what one can do there. `n` counts from 1. */
export interface Now {
  sheet: Sheet;
  n: number;
  /** On to the next step, or to the end. */
  next: () => void;
}

/** The guide and the real site on one screen, as the citizen wants them and as they fit. */
export function SitePage({ now, view }: { now: Now; view: Open }) {
  const { layout, line } = useRoom();
  const site = <SiteLine view={view} file={now.sheet.file} />;
  return (
    <div className={`frame site site-${layout}`}>
      <Tools {...(line && { site })} />
      <main className="site-main">
        {layout === 'beside' ? (
          <GuideColumn now={now} view={view} />
        ) : (
          <GuideStrip now={now} view={view} slim={layout === 'alone'} />
        )}
        <Pane view={view} sheet={now.sheet} layouts={layout !== 'beside'} {...(!line && { line: site })} />
      </main>
      <Promises />
    </div>
  );
}
