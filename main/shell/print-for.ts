import { mishap, type Result } from '../core/mishap.ts';
import type { Settings } from '../core/settings.ts';
import type { Print } from '../services/print/index.ts';
import type { Visit } from '../services/visit/index.ts';

/** Prints what takes a while to draw, unless whoever asked for it is gone by then: the next person must not find it in the tray. */
export async function printFor(
  { visit, print }: { visit: Pick<Visit, 'view'>; print: Pick<Print, 'send'> },
  where: keyof Settings['printers'],
  draw: () => Promise<Result<Uint8Array>>,
): Promise<Result<void>> {
  const whose = () => {
    const view = visit.view();
    return view.phase === 'none' ? null : view.receipt;
  };
  const asked = whose();
  if (asked === null) return mishap('no-visit');
  const pdf = await draw();
  if (!pdf.ok) return pdf;
  return whose() === asked ? print.send(pdf.value, where) : mishap('no-visit');
}
