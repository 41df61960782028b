import { type FormEvent, type KeyboardEvent, type Ref, useState } from 'react';
import type { AssistanceView } from '../../../main/core/journal/record.ts';
import type { Mishap } from '../../../main/core/mishap.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { MishapText } from '../parts/MishapText.tsx';
import { Segments } from '../parts/Segments.tsx';
import { AUTONOMIES, BLOCK_REASONS, HELPS, OUTCOMES } from './choices.ts';
import { checkDraft, type Draft, draftOf } from './draft.ts';
import { VisitSummary } from './VisitSummary.tsx';
import './CompletionForm.css';

interface Props {
  line: AssistanceView;
  title: string;
  /** What was filled in before and not yet kept; null when untouched. */
  draft: Draft | null;
  onDraft: (draft: Draft) => void;
  /** The journal has the new entry: the line as it reads now. */
  onKept: (line: AssistanceView) => void;
  /** Escape: back to the list. */
  onLeave: () => void;
  ref: Ref<HTMLFormElement>;
}

type Said = { kind: 'saved' | 'same' | 'saving' } | { kind: 'mishap'; code: Mishap } | null;

/** What the facilitator adds to a help. Filled in by the visit; Enter keeps it as a new entry of the journal. */
export function CompletionForm({ line, title, draft, onDraft, onKept, onLeave, ref }: Props) {
  const { t } = useTranslation('console');
  const [said, setSaid] = useState<Said>(null);
  const [missing, setMissing] = useState(false);
  const form = draft ?? draftOf(line);
  const change = (part: Partial<Draft>) => {
    onDraft({ ...form, ...part });
    setMissing(false);
    setSaid(null);
  };

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (said?.kind === 'saving') return;
    const checked = checkDraft(form, line);
    setMissing(checked.kind === 'missing');
    if (checked.kind === 'missing') return setSaid(null);
    if (checked.kind === 'same') return setSaid({ kind: 'same' });
    setSaid({ kind: 'saving' });
    const result = await ask('journal.complete', { id: line.id, completion: checked.completion });
    // What was filled in stays until the journal has it.
    if (!result.ok) return setSaid({ kind: 'mishap', code: result.code });
    onKept(result.value);
    setSaid({ kind: 'saved' });
  }
  function leave(event: KeyboardEvent): void {
    if (event.key === 'Escape') onLeave();
  }
  const orNot = <T extends string>(values: readonly T[], labelOf: (value: T) => string) => [
    { value: 'not' as const, label: t('form.notNoted') },
    ...values.map((value) => ({ value, label: labelOf(value) })),
  ];
  return (
    <form className="form" ref={ref} onSubmit={save} onKeyDown={leave} aria-labelledby="form-title">
      <div>
        <h2 id="form-title">{t('form.title')}</h2>
        <p className="soft">{t(line.completion ? 'form.before' : 'form.prefilled')}</p>
      </div>
      <VisitSummary line={line} title={title} />
      <Segments
        label={t('form.outcome')}
        name="outcome"
        value={form.outcome}
        onChange={(outcome) => change({ outcome })}
        options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      {form.outcome === 'blocked' && (
        <Segments
          label={t('form.block')}
          name="block"
          value={form.blockReason}
          error={missing ? t('form.blockMissing') : null}
          onChange={(blockReason) => change({ blockReason })}
          options={BLOCK_REASONS.map((value) => ({ value, label: t(`block.${value}`) }))}
        />
      )}
      <Segments
        label={t('form.help')}
        name="help"
        value={form.help ?? 'not'}
        onChange={(help) => change({ help: help === 'not' ? null : help })}
        options={orNot(HELPS, (value) => t(`help.${value}`))}
      />
      <Segments
        label={t('form.autonomy')}
        name="autonomy"
        value={form.autonomy ?? 'not'}
        onChange={(autonomy) => change({ autonomy: autonomy === 'not' ? null : autonomy })}
        options={orNot(AUTONOMIES, (value) => t(`autonomy.${value}`))}
      />
      <p className="soft small">{t('form.newEntry')}</p>
      <p className="soft small">{t('form.keys')}</p>
      <div className="form-end">
        <p className="form-said" role="status">
          {said && said.kind !== 'mishap' ? t(`form.${said.kind}`) : ''}
        </p>
        {said?.kind === 'mishap' && <MishapText code={said.code} />}
        <Button kind="primary" type="submit" className="form-save">
          {`${t('form.save')} · ${t('form.enter')}`}
        </Button>
      </div>
    </form>
  );
}
