import type { OtherWay } from '../../main/core/journal/record.ts';
import type { Sheet } from '../../main/core/procedure/schema.ts';

export const OTHER_WAYS = ['counter', 'phone', 'post'] as const satisfies readonly OtherWay[];

/** Only a law in force makes a right. A draft, a report or a guess never does. */
export const isRight = (sheet: Sheet): boolean => sheet.legal.status === 'in-force';

/** Key of what to say of a way nobody has found out about: a right when the law is in force, a question otherwise. */
export function askKey(sheet: Sheet, way: OtherWay): `ways.right.${OtherWay}` | 'ways.ask' {
  return isRight(sheet) ? `ways.right.${way}` : 'ways.ask';
}
