import type { LucideIcon } from 'lucide-react';
import ArrowRight from 'lucide-react/icons/arrow-right';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import Footprints from 'lucide-react/icons/footprints';
import Locate from 'lucide-react/icons/locate';
import { useEffect, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { type FollowSaid, followSays } from './follow.ts';
import type { Now } from './SitePage.tsx';
import type { Open } from './usePortal.ts';

/** What site and guide say of each other: the guide followed, or offers to; the button is ringed, or not there; the site looks different. */
export function GuideNote({ now: { sheet, n }, view }: { now: Now; view: Open }) {
  const { t } = useTranslation();
  const { state, dispatch } = useKiosk();
  const { id } = sheet.file;
  const now = followSays(state.follow, state.portal, id, n, sheet.text.steps.length);
  const follow = useFading(now);
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

/** Long enough to be read twice, in ms. */
const READ = 12_000;

/** That the guide went along is news for a moment only: then its place goes back to the step. What offers something stays. */
function useFading(follow: FollowSaid | null): FollowSaid | null {
  const [read, setRead] = useState<number | null>(null);
  const news = follow?.say === 'followed' ? follow.n : null;
  useEffect(() => {
    setRead(null);
    if (news === null) return;
    const timer = setTimeout(() => setRead(news), READ);
    return () => clearTimeout(timer);
  }, [news]);
  return news !== null && news === read ? null : follow;
}
