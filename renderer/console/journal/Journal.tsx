import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import type { ReactNode } from 'react';
import { Button } from '../../parts/Button.tsx';
import { addDays, longDay, useTranslation } from '../../words/index.ts';
import { Segments } from '../parts/Segments.tsx';
import { helpCount, type Show, todoCount } from './lines.ts';
import type { Day } from './useDay.ts';
import './Journal.css';

interface Props {
  /** The day shown, local ISO date. */
  date: string;
  today: string;
  day: Day;
  show: Show;
  onDate: (date: string) => void;
  onShow: (show: Show) => void;
  /** The list of that day. */
  children: ReactNode;
}

/** The journal, one day at a time. */
export function Journal({ date, today, day, show, onDate, onShow, children }: Props) {
  const { t, i18n } = useTranslation('console');
  const count = day.view ? helpCount(day.view) : 0;
  return (
    <section className="journal">
      <div className="head">
        <h1>{t('journal.title')}</h1>
        <div className="days">
          <Button icon={ArrowLeft} along onPress={() => onDate(addDays(date, -1))}>
            {t('journal.previous')}
          </Button>
          <Button after={ArrowRight} along isDisabled={date >= today} onPress={() => onDate(addDays(date, 1))}>
            {t('journal.next')}
          </Button>
          {date !== today && <Button onPress={() => onDate(today)}>{t('journal.backToday')}</Button>}
        </div>
      </div>
      <div className="head">
        <h2 aria-live="polite">
          <span className="day-name">{longDay(date, i18n.language)}</span>
          {day.view && ` · ${t('journal.count', { count })}`}
        </h2>
        <Segments
          label={t('journal.show')}
          quiet
          value={show}
          onChange={onShow}
          options={[
            { value: 'all', label: t('journal.all') },
            { value: 'todo', label: `${t('journal.todo')} · ${day.view ? todoCount(day.view) : 0}` },
          ]}
        />
      </div>
      {children}
    </section>
  );
}
