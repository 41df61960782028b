import type { TFunction } from 'i18next';
import type { Paper } from '../../main/core/paper.ts';
import { longDay } from '../words/day.ts';

/** Longest text in bytes: a QR code of about 100 modules, which a plain phone still reads from a screen. */
export const LONGEST = 900;

const bytes = (text: string) => new TextEncoder().encode(text).length;

/**
 * The paper as plain text for one's own phone: title, place, steps with the one reached marked, what to bring, the next date,
 * the receipt, the honest note. No person. When it is too long, second sentences go first, then what to bring.
 */
export function paperText(paper: Paper, t: TFunction<'kiosk'>): string {
  const { text, file } = paper.sheet;
  const lines = (withMore: boolean, withBring: boolean) =>
    [
      text.title.toUpperCase(),
      paper.place,
      '',
      ...text.steps.map((step, i) => {
        const n = i + 1;
        const mark = n < paper.step ? '[x]' : n === paper.step ? '[>]' : '[ ]';
        return `${mark} ${n}. ${step.do}${withMore && step.more ? ` ${step.more}` : ''}`;
      }),
      '',
      withBring && text.bring ? t('line.bring', { what: text.bring.join(', ') }) : null,
      paper.nextDate ? t('line.next', { day: longDay(paper.nextDate, paper.language) }) : null,
      file.portal ? t('line.site', { host: file.portal.host }) : null,
      paper.receipt ? t('line.code', { code: paper.receipt }) : null,
      file.verifiedOn === null ? t('doc.unverified') : null,
    ]
      .filter((line, i, all) => line !== null && !(line === '' && all[i - 1] === ''))
      .join('\n');
  const full = lines(true, true);
  if (bytes(full) <= LONGEST) return full;
  const shorter = lines(false, true);
  return bytes(shorter) <= LONGEST ? shorter : lines(false, false);
}
