import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import './Scroll.css';

/** A part of the screen that may be longer than its place: then buttons under it say so and turn the page. No swipe is needed. */
export function Scroll({ children, words }: { children: ReactNode; words: { up: string; more: string } }) {
  const pane = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState({ up: false, down: false });

  const look = useCallback(() => {
    const it = pane.current;
    if (!it) return;
    // The row of the buttons takes room too: without it, all of the page may be in sight.
    const whole = it.scrollHeight <= (it.parentElement?.clientHeight ?? 0) + 8;
    const up = !whole && it.scrollTop > 8;
    const down = !whole && it.scrollTop + it.clientHeight < it.scrollHeight - 8;
    setMore((was) => (was.up === up && was.down === down ? was : { up, down }));
  }, []);
  useEffect(() => {
    const it = pane.current;
    if (!it) return;
    const watch = new ResizeObserver(look);
    watch.observe(it);
    for (const child of it.children) watch.observe(child);
    return () => watch.disconnect();
  }, [look]);

  const turn = (way: 1 | -1) => {
    const it = pane.current;
    // A third of the page stays, so that the eye finds its line again.
    it?.scrollBy({ top: way * it.clientHeight * 0.7, behavior: 'smooth' });
  };
  return (
    <div className="scroll">
      <div className="scroll-pane" ref={pane} onScroll={look}>
        <div className="scroll-inner">{children}</div>
      </div>
      {(more.up || more.down) && (
        <div className="scroll-turn">
          {more.up && (
            <Button icon={ArrowUp} onPress={() => turn(-1)}>
              {words.up}
            </Button>
          )}
          {more.down && (
            <Button icon={ArrowDown} onPress={() => turn(1)}>
              {words.more}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
