import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import type { Open } from './usePortal.ts';
import './windows.css';

/** What the site itself says, or asks, and waits for: in its own words, line by line, and plainly as its own. */
export function SaysWindow({ says: { kind, text } }: { says: NonNullable<Open['says']> }) {
  const { t } = useTranslation();
  const answer = (yes: boolean) => void ask('portal.answer', { yes });
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return (
    <Dialog alert title={t(`portal.says.${kind}`)}>
      <div className="said">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, which never change places
          <p key={at} dir="auto">
            {line}
          </p>
        ))}
      </div>
      <div className="row row-equal">
        {kind === 'ask' && (
          <Button icon={X} onPress={() => answer(false)}>
            {t('portal.says.no')}
          </Button>
        )}
        <Button kind="primary" icon={Check} onPress={() => answer(true)}>
          {t(kind === 'ask' ? 'portal.says.yes' : 'portal.says.read')}
        </Button>
      </div>
    </Dialog>
  );
}
