import { expect, test } from 'vitest';
import { done, type Result } from '../core/mishap.ts';
import type { VisitView } from '../core/visit/view.ts';
import { printFor } from './print-for.ts';

const running = (receipt: string): VisitView => ({ phase: 'running', receipt, counted: true, secondsLeft: null });
const nobody = { phase: 'none' } as VisitView;

/** Asks for a page in the first view; the second is there when it is drawn. */
async function printed(first: VisitView, then: VisitView): Promise<{ answer: Result<void>; sent: number }> {
  let view = first;
  let sent = 0;
  const print = {
    send: async () => {
      sent++;
      return done(undefined);
    },
  };
  const answer = await printFor({ visit: { view: () => view }, print }, 'kiosk', async () => {
    view = then;
    return done(new Uint8Array(1));
  });
  return { answer, sent };
}

test('a page is printed for whoever asked for it', async () => {
  expect(await printed(running('ABCD-1234'), running('ABCD-1234'))).toEqual({ answer: done(undefined), sent: 1 });
});

test.each([
  ['nobody is here any more', running('ABCD-1234'), nobody],
  ['the next person is here', running('ABCD-1234'), running('WXYZ-5678')],
  ['nobody was here', nobody, running('ABCD-1234')],
])('no page is printed when %s', async (_when, first, then) => {
  expect(await printed(first, then)).toMatchObject({ answer: { ok: false, code: 'no-visit' }, sent: 0 });
});
