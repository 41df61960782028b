import { useKiosk } from '../visit/context.ts';
import { onward } from '../visit/onward.ts';
import { useSheet } from '../visit/useSheet.ts';
import { Certificate } from './Certificate.tsx';
import { HelpWindow } from './HelpWindow.tsx';
import { ItsmeWindow } from './ItsmeWindow.tsx';
import { LeaveWindow } from './LeaveWindow.tsx';
import { PrintWindow } from './PrintWindow.tsx';
import { SaysWindow } from './SaysWindow.tsx';
import { StepWindow } from './StepWindow.tsx';

/** The windows of the portal. What main asks (the certificate) goes before what the citizen opened. */
export function PortalWindows() {
  const { state, dispatch, language } = useKiosk();
  const { portal, overlay, progress } = state;
  const read = useSheet(portal.phase === 'open' ? portal.procedure : null, language);
  if (portal.phase === 'closed') return null;
  if (portal.certificate) return <Certificate question={portal.certificate} />;
  if (portal.says) return <SaysWindow key={portal.says.serial} says={portal.says} />;
  // As long as it is open it is one window, whoever asked for it first.
  if (portal.printing || (overlay?.name === 'portal' && overlay.window === 'print'))
    return <PrintWindow asked={portal.printing === true} />;
  if (overlay?.name !== 'portal' || !read?.ok) return null;
  const sheet = read.value;
  switch (overlay.window) {
    case 'help':
      return <HelpWindow sheet={sheet} view={portal} />;
    case 'leave':
      return <LeaveWindow />;
    case 'itsme':
      return <ItsmeWindow />;
    case 'step': {
      const n = progress?.id === portal.procedure ? progress.at : 0;
      return n > 0 ? <StepWindow now={{ sheet, n, next: () => onward(sheet, n, dispatch) }} view={portal} /> : null;
    }
  }
}
