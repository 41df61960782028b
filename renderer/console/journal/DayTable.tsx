import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDot from 'lucide-react/icons/circle-dot';
import type { Ref } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import type { AssistanceView } from '../../../main/core/journal/record.ts';
import { endonym, useTranslation } from '../../words/index.ts';
import { Tag } from '../parts/Tag.tsx';
import { outcomeOf } from './lines.ts';
import './DayTable.css';

interface Props {
  label: string;
  lines: readonly AssistanceView[];
  titleOf: (procedure: string) => string;
  /** Id of the line in the form beside the list. */
  selected: string | null;
  onSelect: (id: string) => void;
  /** Enter on a line, or a double touch: go on in the form. */
  onOpen: () => void;
  ref: Ref<HTMLTableElement>;
}

/** The helps of a day. Arrows choose a line and the form beside it follows; Enter goes into the form. */
export function DayTable({ label, lines, titleOf, selected, onSelect, onOpen, ref }: Props) {
  const { t } = useTranslation('console');
  return (
    <Table
      ref={ref}
      className="day-table"
      aria-label={label}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) onSelect(String(key));
      }}
      onRowAction={onOpen}
    >
      <TableHeader>
        <Column>{t('journal.hour')}</Column>
        <Column isRowHeader>{t('journal.procedure')}</Column>
        <Column>{t('journal.language')}</Column>
        <Column>{t('journal.duration')}</Column>
        <Column>{t('journal.outcome')}</Column>
      </TableHeader>
      <TableBody items={lines} dependencies={[titleOf, t]}>
        {(line) => (
          <Row id={line.id} textValue={titleOf(line.record.procedure)}>
            <Cell className="nowrap">{t('journal.hours', { from: line.record.hour, to: line.record.hour + 1 })}</Cell>
            <Cell>
              <b>{titleOf(line.record.procedure)}</b>
              <span className="under">{t(`theme.${line.record.theme}`)}</span>
            </Cell>
            <Cell>
              <span lang={line.record.language}>{endonym(line.record.language)}</span>
              <span className="under">{t(`channel.${line.record.channel}`)}</span>
            </Cell>
            <Cell className="nowrap">
              {t(`duration.${line.record.duration}`)}
              <span className="under">{t('journal.steps', { reached: line.record.stepsReached, total: line.record.steps })}</span>
            </Cell>
            <Cell>
              <Outcome line={line} />
            </Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  );
}

function Outcome({ line }: { line: AssistanceView }) {
  const { t } = useTranslation('console');
  const reason = line.completion?.blockReason;
  return (
    <div className="outcome">
      <b>{t(`outcome.${outcomeOf(line)}`)}</b>
      {reason && <span className="under">{t(`block.${reason}`)}</span>}
      <Tag tone="plain" icon={line.completion ? CircleCheck : CircleDot}>
        {t(line.completion ? 'journal.completed' : 'journal.toComplete')}
      </Tag>
    </div>
  );
}
