import ArrowLeft from 'lucide-react/icons/arrow-left';
import Printer from 'lucide-react/icons/printer';
import Smartphone from 'lucide-react/icons/smartphone';
import { useEffect, useRef, useState } from 'react';
import type { Mishap } from '../../../main/core/mishap.ts';
import type { Paper } from '../../../main/core/paper.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Live } from '../../parts/Live.tsx';
import { Title } from '../../parts/Title.tsx';
import { addDays, longDay, useTranslation } from '../../words/index.ts';
import { Frame } from '../frame/Frame.tsx';
import { useKiosk } from '../visit/context.ts';
import { PaperLeaf } from './PaperLeaf.tsx';
import './PaperChoice.css';
import { PaperQr } from './PaperQr.tsx';
import { Problem } from './Problem.tsx';

const DATES = ['none', '1', '7', '14', '30'] as const;
type When = (typeof DATES)[number];
type Where = 'kiosk' | 'desk';
type Said = { state: 'printing' } | { state: 'printed'; where: Where } | { state: 'failed'; code: Mishap } | null;

/** The paper to take away: the next date, and where it goes: a printer here, the desk's, or one's own phone. */
export function PaperChoice() {
  const { t } = useTranslation(['kiosk', 'mishaps']);
  const { boot, state, dispatch, language } = useKiosk();
  const [when, setWhen] = useState<When>('none');
  const [said, setSaid] = useState<Said>(null);
  const [qr, setQr] = useState(false);
  const nextDate = when === 'none' ? null : addDays(boot.today, Number(when));
  const [paper, setPaper] = useState<Paper | null>(null);
  const [problem, setProblem] = useState<Mishap | null>(null);
  const counted = state.visit.phase !== 'none' && state.visit.counted;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the paper is drawn anew in another language or without a receipt
  useEffect(() => {
    void ask('paper.preview', { nextDate }).then((answer) => (answer.ok ? setPaper(answer.value) : setProblem(answer.code)));
  }, [nextDate, language, counted]);

  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said) told.current?.scrollIntoView({ block: 'center' });
  }, [said]);

  if (problem) return <Problem code={problem} />;
  const print = (where: Where) => {
    setSaid({ state: 'printing' });
    void ask('paper.print', { where, nextDate }).then((answer) =>
      setSaid(answer.ok ? { state: 'printed', where } : { state: 'failed', code: answer.code }),
    );
  };
  const { printers } = boot.settings;
  const words =
    said === null
      ? ''
      : said.state === 'printing'
        ? t('paper.printing')
        : said.state === 'printed'
          ? t(said.where === 'kiosk' ? 'paper.printedKiosk' : 'paper.printedDesk')
          : `${t(`mishaps:${said.code}.title`)} ${t(`mishaps:${said.code}.next`)}`;
  return (
    <Frame
      go={
        <Button icon={ArrowLeft} along onPress={() => dispatch({ do: 'back' })}>
          {t('move.back')}
        </Button>
      }
    >
      <div className="take">
        <section className="take-ask">
          <Title>{t('paper.title')}</Title>
          <Choice
            label={t('paper.when')}
            value={when}
            onChoose={setWhen}
            options={DATES.map((value) => ({
              value,
              words: (
                <>
                  <span>{t(`paper.dates.${value}`)}</span>
                  {value !== 'none' && <small>{longDay(addDays(boot.today, Number(value)), language, false)}</small>}
                </>
              ),
            }))}
          />
          <h2>{t('paper.where')}</h2>
          {!printers.kiosk && !printers.desk && <p className="soft">{t('paper.noPrinter')}</p>}
          <div className="take-where">
            {(['kiosk', 'desk'] as const).map(
              (where) =>
                printers[where] !== null && (
                  <Button
                    key={where}
                    kind="primary"
                    icon={Printer}
                    isDisabled={said?.state === 'printing'}
                    onPress={() => print(where)}
                  >
                    {t(`paper.${where}`)}
                  </Button>
                ),
            )}
            <Button kind="primary" icon={Smartphone} isDisabled={paper === null} onPress={() => setQr(true)}>
              {t('paper.phone')}
            </Button>
          </div>
          {words && (
            <p ref={told} className="take-said" data-state={said?.state}>
              {words}
            </p>
          )}
          <Live text={words} />
        </section>
        {paper && <PaperLeaf paper={paper} />}
      </div>
      {qr && paper && <PaperQr paper={paper} onClose={() => setQr(false)} />}
    </Frame>
  );
}
