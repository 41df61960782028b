import type { Mishap } from '../../../main/core/mishap.ts';
import { PapersScreen } from '../papers/PapersScreen.tsx';
import { useKiosk } from '../visit/context.ts';
import { CardScreen } from './CardScreen.tsx';
import { Closing } from './Closing.tsx';
import { CodeScreen } from './CodeScreen.tsx';
import { Erased } from './Erased.tsx';
import { GuideScreen } from './GuideScreen.tsx';
import { Hidden } from './Hidden.tsx';
import { Home } from './Home.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { PaperChoice } from './PaperChoice.tsx';
import { Problem } from './Problem.tsx';
import { SheetScreen } from './SheetScreen.tsx';

/** The one screen that is shown. `failure`: the catalogue could not be read, there is nothing to choose from. */
export function Screens({ failure }: { failure: Mishap | null }) {
  const { state } = useKiosk();
  const { screen } = state;
  if (state.hidden) return <Hidden />;
  switch (screen.name) {
    case 'language':
      return <LanguageChoice />;
    case 'home':
      return failure ? <Problem code={failure} /> : <Home />;
    case 'sheet':
      return <SheetScreen key={screen.id} id={screen.id} />;
    case 'guide':
      return <GuideScreen key={screen.id} id={screen.id} step={screen.step} />;
    case 'card':
      return <CardScreen />;
    case 'code':
      return <CodeScreen />;
    case 'paper':
      return <PaperChoice />;
    case 'papers':
      return <PapersScreen />;
    case 'closing':
      return <Closing />;
    case 'erased':
      return <Erased />;
  }
}
