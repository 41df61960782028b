import Locate from 'lucide-react/icons/locate';
import Smartphone from 'lucide-react/icons/smartphone';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import type { Now } from './SitePage.tsx';
import type { Open } from './usePortal.ts';

/** What helps with this step on the site: its button shown there, and where one logs in, itsme explained. `onDone`: first of all. */
export function GuideHelp({ now: { sheet, n }, view, onDone }: { now: Now; view: Open; onDone?: () => void }) {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  const hints = sheet.file.portal?.hints?.filter(({ step }) => step === n) ?? [];
  const there = view.trouble === null && (sheet.text.steps[n - 1]?.label !== undefined || hints.some(({ show }) => show));
  const login = view.site.kind === 'login' || hints.some(({ at }) => at.login);
  return (
    <>
      {there && (
        <Button
          icon={Locate}
          className="guide-show"
          onPress={() => {
            onDone?.();
            void ask('portal.show', { step: n });
          }}
        >
          {t('portal.show.ask')}
        </Button>
      )}
      {login && sheet.file.logins.means.includes('itsme') && (
        <Button
          icon={Smartphone}
          className="guide-show"
          onPress={() => dispatch({ do: 'overlay', overlay: { name: 'portal', window: 'itsme' } })}
        >
          {t('portal.itsmeAsk')}
        </Button>
      )}
    </>
  );
}
