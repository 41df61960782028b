import Copy from 'lucide-react/icons/copy';
import Usb from 'lucide-react/icons/usb';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import type { Mishap } from '../../../main/core/mishap.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';

type Said = { is: 'copying' } | { is: 'done'; count: number } | { is: 'failed'; code: Mishap } | null;

/** All documents on the citizen's own stick, and when it may be taken out. */
export function StickWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['kiosk', 'mishaps']);
  const { list, stick } = useKiosk().state.papers;
  const [said, setSaid] = useState<Said>(null);
  const copying = said?.is === 'copying';
  const copy = () => {
    setSaid({ is: 'copying' });
    void ask('papers.stick', { ids: list.map(({ id }) => id) }).then((answer) =>
      setSaid(answer.ok ? { is: 'done', count: answer.value.copied } : { is: 'failed', code: answer.code }),
    );
  };
  const words =
    said === null
      ? stick === null
        ? t('papers.stick.put')
        : t('papers.stick.there', { name: stick })
      : said.is === 'copying'
        ? t('papers.stick.copying')
        : said.is === 'done'
          ? t('papers.stick.done', { count: said.count })
          : `${t(`mishaps:${said.code}.title`)} ${t(`mishaps:${said.code}.next`)}`;
  return (
    <Dialog title={t('papers.stick.title')} {...(!copying && { onClose })}>
      <p className="paper-said" role="status" data-state={said?.is}>
        <Usb aria-hidden />
        {words}
      </p>
      <p className="soft">{t('papers.stick.care')}</p>
      <div className="row">
        {said?.is !== 'done' && (
          <Button kind="primary" icon={Copy} isDisabled={stick === null || copying} onPress={copy}>
            {t('papers.stick.go')}
          </Button>
        )}
        <Button icon={X} isDisabled={copying} onPress={onClose}>
          {t('move.close')}
        </Button>
      </div>
    </Dialog>
  );
}
