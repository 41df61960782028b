import type { LucideIcon } from 'lucide-react';
import ArrowRight from 'lucide-react/icons/arrow-right';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import Footprints from 'lucide-react/icons/footprints';
import Locate from 'lucide-react/icons/locate';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { followSays } from './follow.ts';
import type { Now } from './SitePage.tsx';
import type { Open } from './usePortal.ts';

/** What site and guide say of each other: the guide followed, or offers to; the button is ringed, or not there; the site looks different. */
export function GuideNote({ now: { sheet, n }, view }: { now: Now; view: Open }) {
  const { t } = useTranslation();
  const { state, dispatch } = useKiosk();
  const { id } = sheet.file;
  const follow = followSays(state.follow, state.portal, id, n, sheet.text.steps.length);
  const offer = follow?.say === 'offer' ? follow.n : null;
  const [Picture, words]: [LucideIcon, string] =
    view.shown !== 'none'
      ? [Locate, t(`portal.show.${view.shown}`)]
      : follow
        ? [Footprints, t(`portal.follow.${follow.say}`, { n: follow.n })]
        : view.looks === 'different'
          ? [CircleHelp, t('portal.follow.different')]
          : [Footprints, ''];
  return (
    // The place of the words is always there: a screen reader then says what comes into it.
    <div className={words ? 'note note-said' : 'note'}>
      {words && <Picture aria-hidden />}
      <p role="status">{words}</p>
      {offer !== null && view.shown === 'none' && (
        <Button after={ArrowRight} along onPress={() => dispatch({ do: 'step', id, step: offer - 1 })}>
          {t('portal.follow.go', { n: offer })}
        </Button>
      )}
    </div>
  );
}
