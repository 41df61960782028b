import ALargeSmall from 'lucide-react/icons/a-large-small';
import EyeOff from 'lucide-react/icons/eye-off';
import Languages from 'lucide-react/icons/languages';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import type { ReactNode } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Mark } from '../../parts/Mark.tsx';
import { useTranslation } from '../../words/index.ts';
import { attractWords } from '../attract/words.ts';
import { useKiosk } from '../visit/context.ts';
import './Tools.css';

/** The top of every screen: whose place this is (or whose site, `site`), and how the screen may be made to fit the person. */
export function Tools({ site }: { site?: ReactNode }) {
  const { t } = useTranslation();
  const { boot, state, dispatch, language } = useKiosk();
  return (
    <header className="tools">
      {site ?? (
        <p className="tools-brand">
          <Mark />
          <span>{boot.settings.place.name || attractWords(language).place}</span>
        </p>
      )}
      <nav aria-label={t('tools.label')}>
        <Button icon={Languages} onPress={() => dispatch({ do: 'overlay', overlay: { name: 'language' } })}>
          {attractWords(language).name}
        </Button>
        <Button icon={ALargeSmall} onPress={() => dispatch({ do: 'overlay', overlay: { name: 'size' } })}>
          {t('tools.size')}
        </Button>
        <Button icon={state.dark ? Sun : Moon} onPress={() => dispatch({ do: 'dark' })}>
          {t(state.dark ? 'tools.light' : 'tools.dark')}
        </Button>
        <Button icon={EyeOff} onPress={() => dispatch({ do: 'hide', on: true })}>
          {t('tools.hide')}
        </Button>
      </nav>
    </header>
  );
}
