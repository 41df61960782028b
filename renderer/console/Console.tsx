import { useEffect, useRef, useState } from 'react';
import type { Boot } from '../../main/core/contract.ts';
import { useTranslation } from '../words/index.ts';
import { About } from './about/About.tsx';
import { CompletionForm } from './form/CompletionForm.tsx';
import type { Draft } from './form/draft.ts';
import { HealthPage } from './health/HealthPage.tsx';
import { DayList } from './journal/DayList.tsx';
import { Journal } from './journal/Journal.tsx';
import { linesOf, type Show } from './journal/lines.ts';
import { useDay } from './journal/useDay.ts';
import { useTitles } from './journal/useTitles.ts';
import { Nav, type Section } from './Nav.tsx';
import { useNews } from './parts/useNews.ts';
import { CallBar } from './room/CallBar.tsx';
import { callsOf } from './room/calls.ts';
import { Room } from './room/Room.tsx';
import { useRoom } from './room/useRoom.ts';

/** The facilitator's desk: the room, the day and the form on one screen. */
export function Console({ boot }: { boot: Boot }) {
  const { t } = useTranslation('console');
  const [section, setSection] = useState<Section>('room');
  const [today, setToday] = useState(boot.today);
  const [date, setDate] = useState(boot.today);
  const [show, setShow] = useState<Show>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const table = useRef<HTMLTableElement>(null);
  const form = useRef<HTMLFormElement>(null);

  const shownDate = section === 'journal' ? date : today;
  const shown = section === 'journal' ? show : 'all';
  const room = useRoom();
  const day = useDay(shownDate);
  const titleOf = useTitles(boot.settings.staffLanguage);
  const waiting = callsOf(room.kiosks ?? []).length;

  // A window that stays open overnight learns of the new day from the journal's first line in it.
  useNews('journal.changed', (news) => {
    if (news.day <= today) return;
    if (date === today) setDate(news.day);
    setToday(news.day);
  });
  useEffect(() => {
    document.title = waiting > 0 ? t('app.titleCalls', { count: waiting }) : t('app.title');
  }, [waiting, t]);

  const lines = day.view?.assistances ?? [];
  // Until somebody chooses, the form holds the newest line that nobody has completed.
  const line = lines.find(({ id }) => id === chosen) ?? (day.view && linesOf(day.view, 'todo')[0]) ?? null;
  const keepDraft = (id: string, draft: Draft | null) =>
    setDrafts((known) => {
      const next = new Map(known);
      if (draft) next.set(id, draft);
      else next.delete(id);
      return next;
    });
  const list = (
    <DayList
      ref={table}
      label={t('journal.title')}
      day={day}
      isToday={shownDate === today}
      show={shown}
      titleOf={titleOf}
      selected={line?.id ?? null}
      onSelect={setChosen}
      onOpen={() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus()}
    />
  );
  const withForm = section === 'room' || section === 'journal';
  return (
    <div className={`console ${withForm ? 'console-form' : ''}`}>
      <Nav section={section} onGo={setSection} waiting={waiting} />
      <main className="section" key={section}>
        <CallBar kiosks={room.kiosks ?? []} shown={section !== 'room'} onSee={() => setSection('room')} />
        {section === 'room' && (
          <>
            <Room room={room} />
            <section className="journal">
              <h2 aria-live="polite">
                {t('journal.today')}
                {day.view && ` · ${t('journal.count', { count: lines.length })}`}
              </h2>
              {list}
            </section>
          </>
        )}
        {section === 'journal' && (
          <Journal date={date} today={today} day={day} show={show} onDate={setDate} onShow={setShow}>
            {list}
          </Journal>
        )}
        {section === 'health' && <HealthPage />}
        {section === 'about' && <About boot={boot} />}
      </main>
      {withForm && (
        // Looking into the form is choosing its line: a newer one must not take its place under the facilitator's hands.
        <aside className="side" aria-label={t('form.title')} onFocus={() => line && setChosen(line.id)}>
          {line ? (
            <CompletionForm
              key={line.id}
              ref={form}
              line={line}
              title={titleOf(line.record.procedure)}
              draft={drafts.get(line.id) ?? null}
              onDraft={(draft) => keepDraft(line.id, draft)}
              onKept={(kept) => {
                day.replace(kept);
                keepDraft(line.id, null);
              }}
              onLeave={() => table.current?.querySelector<HTMLElement>('tr[data-selected]')?.focus()}
            />
          ) : (
            <div className="form">
              <h2>{t('form.title')}</h2>
              {lines.length === 0 ? (
                <p className="soft">{t('form.nothing')}</p>
              ) : (
                <>
                  <p>{t('form.choose')}</p>
                  <p className="soft">{t('form.chooseHow')}</p>
                </>
              )}
            </div>
          )}
        </aside>
      )}
    </div>
  );
}
