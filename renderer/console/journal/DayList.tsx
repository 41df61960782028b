import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { Ref } from 'react';
import { useTranslation } from '../../words/index.ts';
import { MishapText } from '../parts/MishapText.tsx';
import { DayTable } from './DayTable.tsx';
import { linesOf, type Show } from './lines.ts';
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

/** The lines of a day, or in words why there are none; those that the disk does not take; and the visits that a breakdown cut short. */
export function DayList({ day, isToday, show, ...table }: Props) {
  const { t } = useTranslation('console');
  const { t: tMishap } = useTranslation('mishaps');
  if (day.mishap) return <MishapText code={day.mishap} onRetry={day.reload} />;
  if (!day.view) return <p className="soft">{t('journal.loading')}</p>;
  const lines = linesOf(day.view, show);
  const { interrupted, assistances, waiting } = day.view;
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
      {lines.length === 0 && !waiting && (
        <p className="day-empty">
          {assistances.length > 0 ? t('journal.emptyTodo') : t(isToday ? 'journal.emptyToday' : 'journal.empty')}
        </p>
      )}
      {interrupted > 0 && (
        <p className="day-cut">
          <TriangleAlert aria-hidden />
          {t('journal.interrupted', { count: interrupted })}
        </p>
      )}
    </>
  );
}
