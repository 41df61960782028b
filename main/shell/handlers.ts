import type { Boot } from '../core/contract.ts';
import type { Health } from '../core/health.ts';
import { done, mishap, type Result } from '../core/mishap.ts';
import type { Paper } from '../core/paper.ts';
import type { CardService } from '../services/card/index.ts';
import type { Catalogue } from '../services/catalogue/index.ts';
import type { CodeDesk } from '../services/code/index.ts';
import type { Journal } from '../services/journal/index.ts';
import type { Papers } from '../services/papers/index.ts';
import type { Print } from '../services/print/index.ts';
import type { Visit } from '../services/visit/index.ts';
import { drawPaper, paperInHand } from './paper.ts';
import { paperHandlers } from './papers.ts';
import { pinLook, wearLook } from './pin.ts';
import type { Portal } from './portal/index.ts';
import type { Once } from './portal/once.ts';
import { printFor } from './print-for.ts';
import type { Handlers } from './serve.ts';

/** The powers behind the door. */
export interface Office {
  card: CardService;
  code: CodeDesk;
  catalogue: Result<Catalogue>;
  journal: Result<Journal>;
  papers: Papers;
  once: Once;
  portal: Portal;
  print: Print;
  visit: Visit;
  health: () => Promise<Health>;
}

/** One function per request of the contract. `office` is awaited: the first window is on screen before every power is up. */
export function handlers(boot: Omit<Boot, 'seat' | 'today'>, today: () => string, office: Promise<Office>): Handlers {
  const paper = async (nextDate: string | null): Promise<Result<Paper>> => {
    const { visit, catalogue } = await office;
    const held = visit.paper();
    if (!held) return mishap('no-visit');
    if (!catalogue.ok) return catalogue;
    const sheet = catalogue.value.read(held.procedure, held.language);
    if (!sheet.ok) return sheet;
    const { name: place } = boot.settings.place;
    return done({ language: held.language, place, sheet: sheet.value, step: held.step, receipt: held.receipt, nextDate });
  };

  return {
    'app.boot': async (_, seat) => done({ ...boot, seat, today: today() }),

    'catalogue.list': async ({ language }) => {
      const { catalogue } = await office;
      return catalogue.ok ? done(catalogue.value.list(language)) : catalogue;
    },
    'catalogue.read': async ({ id, language }) => {
      const { catalogue } = await office;
      return catalogue.ok ? catalogue.value.read(id, language) : catalogue;
    },

    'visit.begin': async ({ language }) => {
      const view = await (await office).visit.begin(language);
      return view.phase === 'none' && view.cardLeft ? mishap('card-left') : done(view);
    },
    'visit.read': async () => done((await office).visit.view()),
    'visit.active': async () => done((await office).visit.active()),
    'visit.language': async ({ language }) => done((await office).visit.language(language)),
    'visit.opened': async ({ procedure }) => (await office).visit.opened(procedure),
    'visit.step': async ({ procedure, step }) => (await office).visit.step(procedure, step),
    'visit.otherWay': async ({ way }) => done((await office).visit.otherWay(way)),
    'visit.count': async ({ count }) => done((await office).visit.count(count)),
    'visit.look': async (look) => {
      wearLook(look);
      return done((await office).portal.wear(look));
    },
    'visit.continue': async () => done((await office).visit.continueVisit()),
    'visit.end': async ({ outcome }) => {
      // The answer must reach the page before the page is destroyed by the end it asked for.
      const { visit } = await office;
      setImmediate(() => void visit.end('done', outcome));
      return done(undefined);
    },

    'visit.goOn': async () => done((await office).visit.goOn()),

    'card.read': async () => done((await office).card.view()),
    'card.agree': async ({ fields }) => {
      const { card, visit } = await office;
      // Consent is given by somebody who is here: a touch that comes after the end must not speak for the next person.
      if (visit.view().phase === 'none') return mishap('no-visit');
      card.agree(fields);
      return done(undefined);
    },
    'card.refuse': async () => {
      (await office).card.forget();
      return done(undefined);
    },

    'code.start': async ({ task }) => {
      const { code, visit } = await office;
      const language = visit.speaks();
      return language ? done(await code.start(task, language)) : mishap('no-visit');
    },
    'pin.read': async () => done((await office).code.view()),
    'pin.look': async () => done(pinLook()),
    'pin.press': async ({ key }) => done((await office).code.press(key)),
    'pin.go': async (question) => done((await office).code.go(question)),
    'pin.back': async (question) => done((await office).code.back(question)),
    'pin.help': async () => done((await office).code.help()),

    'portal.open': async ({ procedure }) => {
      const { catalogue, portal, visit } = await office;
      const language = visit.speaks();
      if (!language) return mishap('no-visit');
      if (!catalogue.ok) return catalogue;
      const sheet = catalogue.value.read(procedure, language);
      return sheet.ok ? portal.open(sheet.value, language, catalogue.value.logins) : sheet;
    },
    'portal.read': async () => done((await office).portal.view()),
    'portal.place': async ({ rect }) => done((await office).portal.place(rect)),
    'portal.go': async ({ to }) => done((await office).portal.go(to)),
    'portal.show': async ({ step }) => done((await office).portal.show(step)),
    'portal.answer': async ({ yes }) => done((await office).portal.answer(yes)),
    'portal.print': async ({ where }) => {
      const open = await office;
      return printFor(open, where, async () => {
        const page = await open.portal.print();
        return page ? done(page) : mishap('no-portal');
      });
    },
    'portal.certificate': async ({ agree, host }) => done((await office).portal.certificate(agree, host)),

    'once.read': async () => done((await office).once.view()),
    'once.type': async (wanted) => {
      const { once, visit } = await office;
      // A yes is said by somebody who is here.
      return visit.view().phase === 'none' ? mishap('no-visit') : done({ outcome: await once.type(wanted) });
    },

    'call.person': async ({ reason }) => done((await office).visit.callPerson(reason)),
    'call.cancel': async () => done((await office).visit.cancelCall()),
    'call.answer': async ({ kiosk }) => {
      (await office).visit.answerCall(kiosk);
      return done(undefined);
    },

    'paper.preview': async ({ nextDate }) => paper(nextDate),
    'paper.print': async ({ where, nextDate }) => {
      return printFor(await office, where, async () => {
        const sheet = await paper(nextDate);
        return sheet.ok ? done(await drawPaper(sheet.value, 'Comptoir')) : sheet;
      });
    },
    'paper.read': async () => {
      const sheet = paperInHand();
      return sheet ? done(sheet) : mishap('no-visit');
    },

    ...paperHandlers(office),

    'journal.day': async ({ day }) => {
      const { journal } = await office;
      return journal.ok ? journal.value.day(day) : journal;
    },
    'journal.complete': async ({ id, completion }) => {
      const { journal } = await office;
      return journal.ok ? journal.value.complete(id, completion) : journal;
    },

    'room.read': async () => done([(await office).visit.kiosk()]),
    'health.read': async () => done(await (await office).health()),
  };
}
