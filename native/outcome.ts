/** A value, or the closed code of an expected failure. Mishaps are values here as everywhere (house, rule 4). */
export type Outcome<T, C extends string> = { ok: true; value: T } | { ok: false; code: C };

export const good = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const bad = <C extends string>(code: C): { ok: false; code: C } => ({ ok: false, code });
