import Check from 'lucide-react/icons/check';
import Globe from 'lucide-react/icons/globe';
import Printer from 'lucide-react/icons/printer';
import { useEffect, useRef } from 'react';
import type { Sheet } from '../../../main/core/procedure/schema.ts';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { Scroll } from '../frame/Scroll.tsx';
import { useKiosk } from '../visit/context.ts';
import { WayButtons } from './WayButtons.tsx';

interface Props {
  sheet: Sheet;
  /** The step on screen, from 1. */
  at: number;
  /** Opens the real site, where there is one. */
  onOpen: () => void;
  opening: boolean;
}

/** Beside the step: the way into the real site, the paper as it stands now, and the ways on for those who would rather not go on here. */
export function GuideSide({ sheet, at, onOpen, opening }: Props) {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  const { portal } = sheet.file;
  const list = useRef<HTMLOListElement>(null);
  // Where not all steps fit, the one on screen is in sight. Only the list turns, never the page that it may lie on.
  useEffect(() => {
    const now = list.current?.children[at - 1];
    const pane = list.current?.closest('.frame-side .scroll-pane');
    if (!now || !pane) return;
    pane.scrollTop += now.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  }, [at]);
  return (
    <div className="desk">
      {portal && (
        <section className="door" aria-label={t('portal.inside')}>
          <Globe aria-hidden />
          <div>
            <p>{t('portal.openText')}</p>
            <p className="leaf-site">
              {t('guide.where')} <span className="code">{portal.host}</span>
            </p>
          </div>
          <Button kind="primary" className="door-open" isDisabled={opening} onPress={onOpen}>
            {t(opening ? 'portal.opening' : 'portal.open', { name: portal.name })}
          </Button>
        </section>
      )}
      <section className="leaf">
        <header>
          <h2>{t('guide.paper')}</h2>
          <Button icon={Printer} className="leaf-take" onPress={() => dispatch({ do: 'visitScreen', name: 'paper' })}>
            {t('sheet.paper')}
          </Button>
        </header>
        <Scroll>
          <ol ref={list}>
            {sheet.text.steps.map((step, i) => {
              const n = i + 1;
              const state = n < at ? 'done' : n === at ? 'now' : 'todo';
              return (
                // The steps of a sheet keep their order while it is on screen.
                // biome-ignore lint/suspicious/noArrayIndexKey: two steps may say the same
                <li key={i} className={`leaf-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
                  <span className="leaf-box" aria-hidden>
                    {state === 'done' ? <Check /> : n}
                  </span>
                  <span className="leaf-words">
                    {step.do}
                    {state === 'now' && <b>{t('guide.here')}</b>}
                    {state !== 'now' && <span className="unseen">, {t(state === 'done' ? 'guide.isDone' : 'guide.todo')}</span>}
                  </span>
                </li>
              );
            })}
          </ol>
        </Scroll>
      </section>
      <section className="desk-ways" aria-label={t('guide.other')}>
        <h2>{t('guide.other')}</h2>
        <ul>
          <WayButtons />
        </ul>
      </section>
    </div>
  );
}
