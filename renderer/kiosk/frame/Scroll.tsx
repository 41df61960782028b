import type { ReactNode } from 'react';
import { Scroll as Part } from '../../parts/Scroll.tsx';
import { useTranslation } from '../../words/index.ts';

/** The scrolling part, in the kiosk's words. */
export function Scroll({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return <Part words={{ up: t('move.up'), more: t('move.more') }}>{children}</Part>;
}
