import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { PaneRect } from '../../../main/core/portal/view.ts';
import { ask } from '../../bridge/index.ts';

/**
 * Tells main where the site's view lies, in CSS pixels of the page, and that it is hidden (null) while `covered` or when this
 * goes away: the view always lies above the page. Told before the next picture is drawn, and only when something changed.
 */
export function usePlace(slot: RefObject<HTMLElement | null>, covered: boolean): void {
  const told = useRef<string | null>(null);
  useLayoutEffect(() => {
    const tell = (rect: PaneRect | null) => {
      const news = JSON.stringify(rect);
      if (news === told.current) return;
      told.current = news;
      void ask('portal.place', { rect });
    };
    const it = slot.current;
    if (covered || !it) return tell(null);
    const measure = () => {
      const { left, top, right, bottom } = it.getBoundingClientRect();
      // Whole pixels, inside the frame around it: a view drawn over half a pixel would blur.
      const [x, y] = [Math.max(0, Math.ceil(left)), Math.max(0, Math.ceil(top))];
      const [width, height] = [Math.floor(right) - x, Math.floor(bottom) - y];
      tell(width >= 1 && height >= 1 ? { x, y, width, height } : null);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(it);
    // A strip of words that comes above it moves it without changing the window.
    if (it.parentElement) watch.observe(it.parentElement);
    return () => watch.disconnect();
  }, [slot, covered]);
  useEffect(() => () => void ask('portal.place', { rect: null }), []);
}
