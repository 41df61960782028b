import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import Printer from 'lucide-react/icons/printer';
import { useEffect } from 'react';
import { isPrivate } from '../../../main/core/visit/room.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Title } from '../../parts/Title.tsx';
import { Ways } from '../../parts/Ways.tsx';
import { useTranslation } from '../../words/index.ts';
import { Fit } from '../frame/Fit.tsx';
import { Frame } from '../frame/Frame.tsx';
import { useKiosk } from '../visit/context.ts';
import { useSheet } from '../visit/useSheet.ts';
import { Problem } from './Problem.tsx';
import { FirstFacts, MoreFacts } from './SheetFacts.tsx';
import './SheetScreen.css';
import { Verified } from './Verified.tsx';
import { WayFoot } from './WayFoot.tsx';

/** One procedure on one page: what it is, what to bring, and four equal ways to do it. */
export function SheetScreen({ id }: { id: string }) {
  const { t } = useTranslation();
  const { state, dispatch, language } = useKiosk();
  const read = useSheet(id, language);
  const sheet = read?.ok ? read.value : null;

  useEffect(() => {
    void ask('visit.opened', { procedure: id });
  }, [id]);
  useEffect(() => {
    if (!sheet) return;
    const login = sheet.file.portal?.hints?.find(({ at }) => at.login)?.step;
    dispatch({
      do: 'opened',
      id,
      title: sheet.text.title,
      of: sheet.text.steps.length,
      private: isPrivate(sheet.file.theme),
      ...(login !== undefined && { login }),
    });
  }, [sheet, id, dispatch]);

  if (read && !read.ok) return <Problem code={read.code} />;
  if (!sheet) return <Frame>{null}</Frame>;

  const at = state.progress?.id === id ? state.progress.at : 0;
  const start = () => dispatch({ do: 'step', id, step: Math.max(0, at - 1) });
  return (
    <Frame
      ways={<WayFoot />}
      go={
        <>
          <Button icon={ArrowLeft} along onPress={() => dispatch({ do: 'home' })}>
            <Fit long={t('sheet.all')} short={t('sheet.allShort')} />
          </Button>
          <span className="sheet-go">
            <Button icon={Printer} onPress={() => dispatch({ do: 'visitScreen', name: 'paper' })}>
              <Fit long={t('sheet.paper')} short={t('sheet.paperShort')} />
            </Button>
            <Button kind="primary" after={ArrowRight} along onPress={start}>
              {at > 0 ? (
                <Fit long={t('sheet.resume', { n: at })} short={t('sheet.resumeShort')} />
              ) : (
                <Fit long={t('sheet.start')} short={t('sheet.startShort')} />
              )}
            </Button>
          </span>
        </>
      }
    >
      <div className="sheet">
        <section className="sheet-what">
          <Verified file={sheet.file} />
          <Title>{sheet.text.title}</Title>
          <p className="sheet-summary">{sheet.text.summary}</p>
          <FirstFacts sheet={sheet} />
        </section>
        <Ways
          sheet={sheet}
          onWay={(way) => (way === 'online' ? start() : dispatch({ do: 'overlay', overlay: { name: 'way', way } }))}
        />
        <section className="sheet-more">
          <MoreFacts sheet={sheet} />
        </section>
      </div>
    </Frame>
  );
}
