import type { ReactNode } from 'react';
import { Scroll } from '../parts/Scroll.tsx';
import { useTranslation } from '../words/index.ts';

interface Props {
  /** A drawing beside the words. */
  art?: ReactNode;
  children: ReactNode;
  /** "No" first, "yes" last. */
  go?: ReactNode;
  className?: string;
}

/** One screen of the window: a drawing, words, and the answers below, always in sight. */
export function Page({ art, children, go, className = '' }: Props) {
  const { t } = useTranslation('pin');
  return (
    <div className="pin-sheet">
      <main className={`pin-page ${className}`}>
        {art && <div className="pin-art">{art}</div>}
        <Scroll words={{ up: t('move.up'), more: t('move.more') }}>
          <div className="pin-words">{children}</div>
        </Scroll>
      </main>
      {go && <footer className="pin-go">{go}</footer>}
    </div>
  );
}
