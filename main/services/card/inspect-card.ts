import type { FieldName } from '../../../native/fields.ts';
import type { ReadResult, SlotState } from '../../../native/messages.ts';
import { localDay } from '../../core/local-day.ts';
import type { Launch } from './launch.ts';
import { openLink } from './link.ts';

/** Everything `comptoir card` tells. Never the national number, and of the photo only its size. */
export interface Inspection {
  readonly card: Exclude<SlotState, 'present'> | 'genuine' | 'not-genuine' | 'not-active';
  readonly expired: boolean;
  readonly identity: Partial<Record<FieldName, string>>;
  readonly photo: ReadResult['photo'];
  readonly verdicts: ReadResult['verdicts'];
  /** `presentMs`: from the start of this program part to a card known as an eID. */
  readonly figures: (ReadResult['figures'] & { readonly presentMs: number }) | null;
}

const ASKED: FieldName[] = [
  ...(['name', 'given-names', 'first-name', 'nationality', 'sex', 'birth-place', 'birth-date'] as const),
  ...(['card-number', 'document-type', 'municipality', 'valid-from', 'validity', 'street', 'postcode', 'town'] as const),
];

/**
 * Reads one card whole (identity, address, photo) through the same process as the kiosk, and verifies it. Takes what is there, or
 * waits up to `waitMs` for an eID to be put in. For the IT person and for tests: nothing is kept.
 */
export function inspectCard(options: { launch: Launch; now: () => Date; waitMs: number }): Promise<Inspection> {
  const began = performance.now();
  return new Promise((resolve) => {
    let presentMs = 0;
    let reading = 0;
    let last: SlotState = 'no-service';
    const end = (inspection: Inspection) => {
      clearTimeout(timer);
      void link.close().then(() => resolve(inspection));
    };
    const endWith = (card: SlotState) => {
      end({
        card: card === 'present' ? 'unreadable' : card,
        expired: false,
        identity: {},
        photo: null,
        verdicts: null,
        figures: null,
      });
    };
    const link = openLink({
      launch: options.launch,
      onReport(report) {
        if (report.kind === 'state') {
          last = report.state;
          if (last === 'present') {
            presentMs = Math.round(performance.now() - began);
            const today = localDay(options.now());
            link.send({ kind: 'read', id: ++reading, fields: ASKED, parts: ['address', 'photo'], verdicts: true, today });
          } else if (last === 'unreadable' || last === 'not-eid' || options.waitMs === 0) endWith(last);
        } else if (report.kind === 'result' && report.id === reading && report.outcome !== 'removed') {
          const { outcome, expired, fields, photo, verdicts, figures } = report;
          end({ card: outcome, expired, identity: fields, photo, verdicts, figures: { presentMs, ...figures } });
        } else if (options.waitMs === 0) endWith('no-card');
      },
      onDown(why) {
        if (why === 'stuck') endWith('unreadable');
        else if (options.waitMs === 0) endWith('no-service');
      },
    });
    // Without waiting, the first news decides; this bounds a process that never has any.
    const timer = setTimeout(() => endWith(last), options.waitMs || 15_000);
  });
}
