/** What a report may count by. `day` and `month` are local dates (`2026-11-21`, `2026-11`). */
export const DIMENSIONS = [
  'place',
  'theme',
  'procedure',
  'channel',
  'language',
  'outcome',
  'blockReason',
  'ageBand',
  'gender',
  'status',
  'autonomy',
  'helpLevel',
  'login',
  'otherWay',
  'redirect',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Those that say something of a person rather than of the help. */
export const PERSONAL: readonly Dimension[] = ['ageBand', 'gender', 'status'];
