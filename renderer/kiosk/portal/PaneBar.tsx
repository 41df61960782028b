import type { LucideIcon } from 'lucide-react';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import Files from 'lucide-react/icons/files';
import House from 'lucide-react/icons/house';
import LogOut from 'lucide-react/icons/log-out';
import Printer from 'lucide-react/icons/printer';
import Signpost from 'lucide-react/icons/signpost';
import ZoomIn from 'lucide-react/icons/zoom-in';
import ZoomOut from 'lucide-react/icons/zoom-out';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { PortalMove } from '../../../main/core/portal/view.ts';
import { ask } from '../../bridge/index.ts';
import { Soft } from '../../parts/Soft.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { LayoutChoice } from './LayoutChoice.tsx';
import './PaneBar.css';
import type { Open } from './usePortal.ts';

const go = (to: PortalMove) => void ask('portal.go', { to });

/** What one can do with the site, a picture and its words each. The other ways are always one touch away; where there is little room, the rest is with them. */
export function PaneBar({ view, line, layouts }: { view: Open; line: ReactNode; layouts: boolean }) {
  const { t } = useTranslation();
  const { state, dispatch } = useKiosk();
  const n = state.papers.list.length;
  const open = (window: 'help' | 'leave' | 'print') => dispatch({ do: 'overlay', overlay: { name: 'portal', window } });
  return (
    <div className={line ? 'pane-head pane-head-line' : 'pane-head'}>
      {line}
      <nav className="pane-bar" aria-label={t('portal.bar.label')}>
        <Tool icon={ArrowLeft} along off={!view.back} onPress={() => go('back')} words={t('portal.bar.back')} />
        <Tool icon={House} className="pane-second" onPress={() => go('home')} words={t('portal.bar.home')} />
        <Tool icon={ZoomOut} className="pane-third" onPress={() => go('smaller')} words={t('portal.bar.smaller')} />
        <Tool icon={ZoomIn} className="pane-third" onPress={() => go('larger')} words={t('portal.bar.larger')} />
        <Tool icon={Printer} className="pane-second" onPress={() => open('print')} words={t('portal.bar.print')} />
        <Tool
          icon={Files}
          className="pane-second"
          onPress={() => dispatch({ do: 'visitScreen', name: 'papers' })}
          words={n > 0 ? t('papers.shortCount', { n }) : t('papers.short')}
        />
        <Tool icon={Signpost} onPress={() => open('help')} words={t('portal.bar.more')} />
        {layouts && <LayoutChoice />}
        <Tool icon={LogOut} along className="pane-leave" onPress={() => open('leave')} words={t('portal.bar.leave')} />
      </nav>
      {view.loading && <span className="pane-loading" aria-hidden />}
    </div>
  );
}

interface ToolProps {
  icon: LucideIcon;
  words: string;
  onPress: () => void;
  along?: boolean;
  off?: boolean;
  className?: string;
}

function Tool({ icon: Icon, words, onPress, along, off = false, className = '' }: ToolProps) {
  return (
    <Button className={`pane-tool ${className}`} isDisabled={off} onPress={onPress}>
      <Icon aria-hidden className={along ? 'along' : undefined} />
      <span>
        <Soft>{words}</Soft>
      </span>
    </Button>
  );
}
