import type { LucideIcon } from 'lucide-react';
import Files from 'lucide-react/icons/files';
import Hand from 'lucide-react/icons/hand';
import House from 'lucide-react/icons/house';
import Printer from 'lucide-react/icons/printer';
import Smartphone from 'lucide-react/icons/smartphone';
import X from 'lucide-react/icons/x';
import ZoomIn from 'lucide-react/icons/zoom-in';
import ZoomOut from 'lucide-react/icons/zoom-out';
import type { Sheet } from '../../../main/core/procedure/schema.ts';
import { ask } from '../../bridge/index.ts';
import { Button, type Kind } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { WAY_PICTURE } from '../../parts/Ways.tsx';
import { OTHER_WAYS } from '../../parts/ways.ts';
import { useTranslation } from '../../words/index.ts';
import type { Overlay } from '../state.ts';
import { useKiosk } from '../visit/context.ts';
import { LayoutChoice } from './LayoutChoice.tsx';
import { SiteLine } from './SiteLine.tsx';
import type { Open } from './usePortal.ts';
import './windows.css';

/** The three other ways first; then everything that helps on the site: a person, and what the bar above it has no room for. */
export function HelpWindow({ sheet, view }: { sheet: Sheet; view: Open }) {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  const show = (overlay: Overlay | null) => dispatch({ do: 'overlay', overlay });
  const close = () => show(null);
  const then = (act: () => void) => () => {
    close();
    act();
  };
  const entry = (words: string, icon: LucideIcon, onPress: () => void, kind: Kind = 'quiet') => (
    <li key={words}>
      <Button kind={kind} icon={icon} onPress={onPress}>
        {words}
      </Button>
    </li>
  );
  return (
    <Dialog title={t('portal.help.title')} onClose={close} className="window-wide">
      <section aria-label={t('portal.trouble.other')}>
        <ul className="help-list">
          {OTHER_WAYS.map((way) => entry(t(`ways.${way}`), WAY_PICTURE[way], () => show({ name: 'way', way })))}
        </ul>
      </section>
      <section className="help-part" aria-label={t('portal.help.help')}>
        <h2>{t('portal.help.help')}</h2>
        <ul className="help-list">
          {entry(t('portal.help.person'), Hand, () => show({ name: 'person' }), 'person')}
          {sheet.file.logins.means.includes('itsme') &&
            entry(t('portal.itsme.title'), Smartphone, () => show({ name: 'portal', window: 'itsme' }))}
          {entry(
            t('portal.bar.home'),
            House,
            then(() => void ask('portal.go', { to: 'home' })),
          )}
          {entry(
            t('portal.bar.larger'),
            ZoomIn,
            then(() => void ask('portal.go', { to: 'larger' })),
          )}
          {entry(
            t('portal.bar.smaller'),
            ZoomOut,
            then(() => void ask('portal.go', { to: 'smaller' })),
          )}
          {entry(t('papers.title'), Files, () => dispatch({ do: 'visitScreen', name: 'papers' }))}
          {entry(t('portal.bar.print'), Printer, () => show({ name: 'portal', window: 'print' }))}
          {entry(t('portal.trouble.paper'), Printer, () => dispatch({ do: 'visitScreen', name: 'paper' }))}
        </ul>
      </section>
      <section className="help-part" aria-label={t('portal.layout.label')}>
        <h2>{t('portal.layout.label')}</h2>
        <LayoutChoice words />
      </section>
      <SiteLine view={view} file={sheet.file} />
      <div className="row">
        <Button kind="primary" icon={X} onPress={close}>
          {t('move.close')}
        </Button>
      </div>
    </Dialog>
  );
}
