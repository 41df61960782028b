import Ban from 'lucide-react/icons/shield-alert';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import type { Open } from './usePortal.ts';
import { useRoom } from './useRoom.ts';

/** Something the page tried is not done here: why, and what to do instead. Large text needs a window; the page then waits below. */
export function Refused({ refused }: { refused: NonNullable<Open['refused']> }) {
  const { t } = useTranslation();
  // Where there is little room, a strip would leave the site none.
  const { line } = useRoom();
  const { why, host } = refused;
  const title = t(`portal.refused.${why}.title`);
  const next = t(`portal.refused.${why}.next`);
  const dismiss = () => void ask('portal.go', { to: 'dismiss' });
  const place = host && <span className="code">{host}</span>;
  if (!line)
    return (
      <Dialog title={title} alert onClose={dismiss}>
        {place && <p className="soft">{place}</p>}
        <p>{next}</p>
        <div className="row">
          <Button kind="primary" onPress={dismiss}>
            {t('portal.understood')}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <div className="pane-strip pane-refused" role="alert">
      <Ban aria-hidden />
      <p>
        <b>{title}</b> {place} <span>{next}</span>
      </p>
      <Button kind="primary" onPress={dismiss}>
        {t('portal.understood')}
      </Button>
    </div>
  );
}
