import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from '../../words/index.ts';
import type { Layout } from '../state.ts';
import { useKiosk } from '../visit/context.ts';
import './LayoutChoice.css';
import { useRoom } from './useRoom.ts';

/** A small screen: the guide is the part in colour. */
const PICTURE: Record<Layout, ReactNode> = {
  beside: <path className="layout-guide" d="M8 3h8v30H8a5 5 0 0 1-5-5V8a5 5 0 0 1 5-5z" />,
  above: <path className="layout-guide" d="M8 3h36a5 5 0 0 1 5 5v5H3V8a5 5 0 0 1 5-5z" />,
  alone: <path className="layout-guide" d="M8 3h36a5 5 0 0 1 5 4H3a5 5 0 0 1 5-4z" />,
};

/** Where the guide is, in three pictures; each says its name to a screen reader and, in the window of help, in words. */
export function LayoutChoice({ words = false }: { words?: boolean }) {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  const { layout: now, fits } = useRoom();
  return (
    <ToggleButtonGroup
      className={words ? 'layouts layouts-words' : 'layouts'}
      aria-label={t('portal.layout.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[now]}
      onSelectionChange={(keys) => {
        const layout = fits.find((each) => keys.has(each));
        if (layout) dispatch({ do: 'layout', layout });
      }}
    >
      {fits.map((layout) => (
        <ToggleButton key={layout} id={layout} className="layout" {...(!words && { 'aria-label': t(`portal.layout.${layout}`) })}>
          <svg viewBox="0 0 52 36" aria-hidden="true">
            <rect className="layout-screen" x="3" y="3" width="46" height="30" rx="5" />
            {PICTURE[layout]}
            <rect className="layout-edge" x="3" y="3" width="46" height="30" rx="5" />
          </svg>
          {words && <span>{t(`portal.layout.${layout}`)}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
