import type { LucideIcon } from 'lucide-react';
import Activity from 'lucide-react/icons/activity';
import Info from 'lucide-react/icons/info';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import Moon from 'lucide-react/icons/moon';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import Sun from 'lucide-react/icons/sun';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Mark } from '../parts/Mark.tsx';
import { useTranslation } from '../words/index.ts';
import './Nav.css';

export const SECTIONS = ['room', 'journal', 'health', 'about'] as const;
export type Section = (typeof SECTIONS)[number];

const PICTURE: Record<Section, LucideIcon> = { room: LayoutGrid, journal: NotebookPen, health: Activity, about: Info };

interface Props {
  section: Section;
  onGo: (section: Section) => void;
  /** Kiosks that wait for an answer. */
  waiting: number;
}

/** The parts of the console; Alt and a digit jumps to one. */
export function Nav({ section, onGo, waiting }: Props) {
  const { t } = useTranslation('console');
  const jump = useEffectEvent((event: KeyboardEvent) => {
    const target = event.altKey ? SECTIONS[Number(event.key) - 1] : undefined;
    if (!target) return;
    event.preventDefault();
    onGo(target);
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => jump(event);
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      <p className="brand">
        <Mark />
        {t('app.name')}
      </p>
      {SECTIONS.map((name, at) => {
        const Picture = PICTURE[name];
        return (
          <Button
            key={name}
            className="nav-line"
            {...(name === section ? { 'aria-current': 'page' } : {})}
            aria-keyshortcuts={`Alt+${at + 1}`}
            onPress={() => onGo(name)}
          >
            <Picture aria-hidden />
            <span>{t(`nav.${name}`)}</span>
            {name === 'room' && waiting > 0 && <span className="nav-waiting">{t('nav.waiting', { count: waiting })}</span>}
            <kbd aria-hidden>{`Alt ${at + 1}`}</kbd>
          </Button>
        );
      })}
      <LookSwitch />
    </nav>
  );
}

/** Light or dark: starts as the machine is set, kept until the window closes. */
function LookSwitch() {
  const { t } = useTranslation('console');
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  const Picture = dark ? Sun : Moon;
  return (
    <Button className="nav-line nav-look" onPress={() => setDark(!dark)}>
      <Picture aria-hidden />
      <span>{t(dark ? 'look.light' : 'look.dark')}</span>
    </Button>
  );
}
