import type { z } from 'zod';
import type { CardView } from '../../core/card/view.ts';
import type { OtherWay, Outcome } from '../../core/journal/record.ts';
import type { Language } from '../../core/language.ts';
import type { Result } from '../../core/mishap.ts';
import type { Settings } from '../../core/settings.ts';
import type { ShellItem } from '../../core/visit/forget.ts';
import type { CallReason, CallView, EndCause, KioskView, VisitView, Wiped } from '../../core/visit/view.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Ended } from './ending.ts';
import type { Timers } from './timers.ts';

/** What paper.preview needs of the visit: the sheet in hand and where the person is in it. */
export interface PaperInHand {
  procedure: string;
  language: Language;
  step: number;
  receipt: string | null;
}

/** The one visit of this kiosk. In memory only; when it ends, everything it left is forgotten by one path. */
export interface Visit {
  view(): VisitView;
  /**
   * Begins, once the visit before is forgotten; not while its card is in the reader, which the view then says. During a visit it only
   * changes the language.
   */
  begin(language: Language): Promise<VisitView>;
  /** The person did something: every countdown starts again. */
  active(): void;
  language(language: Language): void;
  opened(procedure: string): Result<void>;
  /** Steps count from 1; 0 is the guide's first page. */
  step(procedure: string, step: number): Result<void>;
  otherWay(way: OtherWay): void;
  /** False is "do not count me": no record, no receipt on the paper, not even a count after a power cut. */
  count(count: boolean): VisitView;
  /** "Continue", after a warning or a card taken. */
  continueVisit(): VisitView;
  /** Resolves when everything is forgotten. Without a visit it forgets all the same. */
  end(cause: EndCause, outcome: Outcome | null): Promise<Ended>;
  /** What was counted after the wipe has been read: its window may go. */
  goOn(): void;
  /** Null when no sheet is in hand. */
  paper(): PaperInHand | null;
  /** The visit's language; null when nobody is here. */
  speaks(): Language | null;

  callPerson(reason: z.infer<typeof CallReason>): z.infer<typeof CallView>;
  cancelCall(): z.infer<typeof CallView>;
  /** Somebody is coming to the kiosk of this name. */
  answerCall(kiosk: string): void;
  call(): z.infer<typeof CallView>;
  kiosk(): KioskView;
  /** Marks the kiosk as out of order in the room view (its page keeps crashing). */
  faulty(is: boolean): void;

  onChange(listener: (view: VisitView) => void): () => void;
  onCall(listener: (call: z.infer<typeof CallView>) => void): () => void;
  onRoom(listener: (kiosk: KioskView) => void): () => void;
  onEnded(listener: (ended: Ended) => void): () => void;
  /** For the end of the program. A visit under way counts as interrupted. */
  close(): Promise<void>;
}

export interface VisitOptions {
  settings: Settings;
  journal: Journal;
  catalogue: Result<Catalogue>;
  card: {
    view(): CardView;
    technical(): string;
    onChange(listener: (view: CardView) => void): () => void;
    forget(): void;
    known(): Promise<void>;
  };
  code: { forget(): void };
  print: { forget(): Promise<unknown> };
  /** Wall clock, for the day and hour of the record and of the wipe. */
  now: () => Date;
  random: (bytes: number) => Uint8Array;
  /** The data folder, for the marker. */
  folder: string;
  timers: Timers;
  /** How the shell forgets its part of the list. */
  forget: Record<ShellItem, () => unknown>;
  /** How the shell counts what is left of a visit, and for how many milliseconds that stays on screen (0: not at all). */
  receipt: { count(): Promise<Wiped>; stays: number };
}
