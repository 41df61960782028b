import { z } from 'zod';
import { CodeEnd, CodeTask, PinKey, PinQuestion, PinView } from './card/code.ts';
import { CardField, CardView } from './card/view.ts';
import { Health, Runtime } from './health.ts';
import { AssistanceView, Completion, DayView, EntryId, OtherWay, Outcome } from './journal/record.ts';
import { Language } from './language.ts';
import { Look } from './look.ts';
import { Paper } from './paper.ts';
import { PaperId, PaperLine, PapersView, PhoneWords } from './papers/view.ts';
import { OnceOutcome, OnceView, TypeField } from './portal/once.ts';
import { PaneRect, PortalMove, PortalView } from './portal/view.ts';
import { ProcedureId, ProcedureLine, Sheet } from './procedure/schema.ts';
import { Settings } from './settings.ts';
import { CallReason, CallView, KioskView, VisitView } from './visit/view.ts';
import { WINDOWS, type WindowName } from './windows.ts';

const nothing = z.void();
const request = <I extends z.ZodType, O extends z.ZodType>(seats: readonly WindowName[], input: I, output: O) =>
  ({ kind: 'request', seats, input, output }) as const;
const event = <P extends z.ZodType>(seats: readonly WindowName[], payload: P) => ({ kind: 'event', seats, payload }) as const;

const kiosk = ['kiosk'] as const;
const staff = ['console', 'phone'] as const;
const screens = ['kiosk', 'console', 'phone'] as const;
const pin = ['pin'] as const;

export const Boot = z.strictObject({
  seat: z.enum(WINDOWS),
  version: z.string(),
  runtime: Runtime,
  settings: Settings,
  /** What is wrong with settings.json; when not empty, only the kiosk opens and says so. */
  problems: z.array(z.strictObject({ key: z.string(), found: z.string(), allowed: z.string() })),
  /** Today, local ISO date: screens have no clock of their own. */
  today: z.iso.date(),
});
export type Boot = z.infer<typeof Boot>;

/** Everything that passes between the screens and main, one line each. Nothing passes that is not here. */
export const contract = {
  'app.boot': request(WINDOWS, nothing, Boot),

  'catalogue.list': request(screens, z.strictObject({ language: Language }), z.array(ProcedureLine)),
  'catalogue.read': request(screens, z.strictObject({ id: ProcedureId, language: Language }), Sheet),

  'visit.begin': request(kiosk, z.strictObject({ language: Language }), VisitView),
  'visit.read': request(kiosk, nothing, VisitView),
  'visit.active': request(['kiosk', 'pin'], nothing, nothing),
  'visit.language': request(kiosk, z.strictObject({ language: Language }), nothing),
  'visit.opened': request(kiosk, z.strictObject({ procedure: ProcedureId }), nothing),
  'visit.step': request(kiosk, z.strictObject({ procedure: ProcedureId, step: z.int().min(0).max(99) }), nothing),
  'visit.otherWay': request(kiosk, z.strictObject({ way: OtherWay }), nothing),
  'visit.count': request(kiosk, z.strictObject({ count: z.boolean() }), VisitView),
  'visit.continue': request(kiosk, nothing, VisitView),
  'visit.end': request(kiosk, z.strictObject({ outcome: Outcome.nullable() }), nothing),
  /** What was counted after the wipe has been read: the poster, now. */
  'visit.goOn': request(kiosk, nothing, nothing),
  /** The look the citizen chose: the PIN window wears it too. */
  'visit.look': request(kiosk, Look, nothing),
  'visit.changed': event(kiosk, VisitView),

  'card.read': request(kiosk, nothing, CardView),
  'card.agree': request(kiosk, z.strictObject({ fields: z.array(CardField).min(1).max(4) }), nothing),
  'card.refuse': request(kiosk, nothing, nothing),
  'card.changed': event(kiosk, CardView),

  /** Opens the PIN window over the kiosk; answers when it is closed. */
  'code.start': request(kiosk, z.strictObject({ task: CodeTask }), CodeEnd),
  'pin.read': request(pin, nothing, PinView),
  'pin.look': request(pin, nothing, Look),
  'pin.press': request(pin, z.strictObject({ key: PinKey }), nothing),
  /** Yes, on with it. */
  'pin.go': request(pin, PinQuestion, nothing),
  /** No, away from here. */
  'pin.back': request(pin, PinQuestion, nothing),
  /** At the end: how does one get a new code? */
  'pin.help': request(pin, nothing, nothing),
  'pin.changed': event(pin, PinView),

  /** Opens the site of a procedure beside its guide. */
  'portal.open': request(kiosk, z.strictObject({ procedure: ProcedureId }), PortalView),
  'portal.read': request(kiosk, nothing, PortalView),
  /** Where the pane lies; null while something of ours is in front of it. */
  'portal.place': request(kiosk, z.strictObject({ rect: PaneRect.nullable() }), nothing),
  'portal.go': request(kiosk, z.strictObject({ to: PortalMove }), nothing),
  /** "Show me where": rings the button of this step (from 1). */
  'portal.show': request(kiosk, z.strictObject({ step: z.int().min(1).max(99) }), nothing),
  /** To what the page says or asks. */
  'portal.answer': request(kiosk, z.strictObject({ yes: z.boolean() }), nothing),
  /** Prints the page of the site that is seen. */
  'portal.print': request(kiosk, z.strictObject({ where: z.enum(['kiosk', 'desk']) }), nothing),
  /** Whether the certificate that is asked about may be sent. */
  'portal.certificate': request(kiosk, z.strictObject({ agree: z.boolean(), host: z.string().max(253) }), nothing),
  'portal.changed': event(kiosk, PortalView),

  /** "Write my street here": what may be typed into the field that was touched in the portal. */
  'once.read': request(kiosk, nothing, OnceView),
  /** `agree`: yes, read this on my card. Without it, a part of the card that was not agreed to answers `ask`. */
  'once.type': request(
    kiosk,
    z.strictObject({ serial: z.int(), field: TypeField, agree: z.boolean() }),
    z.strictObject({ outcome: OnceOutcome }),
  ),
  'once.changed': event(kiosk, OnceView),

  'call.person': request(kiosk, z.strictObject({ reason: CallReason }), CallView),
  'call.cancel': request(kiosk, nothing, CallView),
  'call.answer': request(staff, z.strictObject({ kiosk: z.string().max(40) }), nothing),
  'call.changed': event(kiosk, CallView),

  'paper.preview': request(kiosk, z.strictObject({ nextDate: z.iso.date().nullable() }), Paper),
  'paper.print': request(kiosk, z.strictObject({ where: z.enum(['kiosk', 'desk']), nextDate: z.iso.date().nullable() }), nothing),
  'paper.read': request(['paper'], nothing, Paper),

  /** The documents of the visit. A document's bytes are at `app://kiosk/papers/<id>`: 25 MB do not pass the door. */
  'papers.read': request(kiosk, nothing, PapersView),
  'papers.print': request(kiosk, z.strictObject({ id: PaperId, where: z.enum(['kiosk', 'desk']) }), nothing),
  'papers.remove': request(kiosk, z.strictObject({ id: PaperId }), nothing),
  /** Copies to the citizen's USB stick; when it answers, the stick may be taken out. */
  'papers.stick': request(
    kiosk,
    z.strictObject({ ids: z.array(PaperId).min(1).max(20) }),
    z.strictObject({ copied: z.int().min(1) }),
  ),
  'papers.scan': request(kiosk, nothing, PaperLine),
  /** Opens the one-time page for a phone, which says these words; null closes it. */
  'papers.phone': request(kiosk, z.strictObject({ words: PhoneWords.nullable() }), nothing),
  /** What the portal gets that asked for a file; nothing means no. */
  'papers.choose': request(kiosk, z.strictObject({ serial: z.int(), ids: z.array(PaperId).max(20) }), nothing),
  'papers.changed': event(kiosk, PapersView),

  'journal.day': request(staff, z.strictObject({ day: z.iso.date() }), DayView),
  'journal.complete': request(staff, z.strictObject({ id: EntryId, completion: Completion }), AssistanceView),
  'journal.changed': event(staff, z.strictObject({ day: z.iso.date() })),

  'room.read': request(staff, nothing, z.array(KioskView)),
  'room.changed': event(staff, z.array(KioskView)),

  'health.read': request(staff, nothing, Health),
} as const;

export type Contract = typeof contract;
export type RequestName = { [K in keyof Contract]: Contract[K]['kind'] extends 'request' ? K : never }[keyof Contract];
export type EventName = { [K in keyof Contract]: Contract[K]['kind'] extends 'event' ? K : never }[keyof Contract];
export type Input<K extends RequestName> = Contract[K] extends { input: infer I extends z.ZodType } ? z.input<I> : never;
export type Output<K extends RequestName> = Contract[K] extends { output: infer O extends z.ZodType } ? z.output<O> : never;
export type News<K extends EventName> = Contract[K] extends { payload: infer P extends z.ZodType } ? z.output<P> : never;
