import Lock from 'lucide-react/icons/lock';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { Ref } from 'react';
import { useTranslation } from '../../words/index.ts';
import { MishapText } from '../parts/MishapText.tsx';
import { DayTable } from './DayTable.tsx';
import { helpCount, linesOf, type Show } from './lines.ts';
import type { Day } from './useDay.ts';
import './DayList.css';

interface Props {
  label: string;
  day: Day;
  isToday: boolean;
  show: Show;
  titleOf: (procedure: string) => string;
  selected: string | null;
  onSelect: (id: string) => void;
  onOpen: () => void;
  ref: Ref<HTMLTableElement>;
}

/**
 * The lines of a day, or in words why there are none; those that the disk does not take; private helps, of which only the theme is
 * known; and the visits that a breakdown cut short.
 */
export function DayList({ day, isToday, show, ...table }: Props) {
  const { t } = useTranslation('console');
  const { t: tMishap } = useTranslation('mishaps');
  if (day.mishap) return <MishapText code={day.mishap} onRetry={day.reload} />;
  if (!day.view) return <p className="soft">{t('journal.loading')}</p>;
  const lines = linesOf(day.view, show);
  const { interrupted, waiting, private: themes = [] } = day.view;
  return (
    <>
      {waiting && (
        <p className="day-cut" role="alert">
          <TriangleAlert aria-hidden />
          <span>
            {tMishap(`${waiting.why}.title`)} {t('journal.waiting', { count: waiting.count })}
          </span>
        </p>
      )}
      {lines.length > 0 && <DayTable {...table} lines={lines} />}
      {lines.length === 0 && !waiting && !(show === 'all' && themes.length > 0) && (
        <p className="day-empty">
          {helpCount(day.view) > 0 ? t('journal.emptyTodo') : t(isToday ? 'journal.emptyToday' : 'journal.empty')}
        </p>
      )}
      {show === 'all' &&
        themes.map(({ theme, count }) => (
          <p key={theme} className="day-cut">
            <Lock aria-hidden />
            <span>
              <b>{t(`theme.${theme}`)}</b> · {t('journal.private', { count })}
            </span>
          </p>
        ))}
      {interrupted > 0 && (
        <p className="day-cut">
          <TriangleAlert aria-hidden />
          {t('journal.interrupted', { count: interrupted })}
        </p>
      )}
    </>
  );
}
