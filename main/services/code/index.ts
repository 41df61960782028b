export { openCodeDesk } from './desk.ts';
export type { CodeDesk } from './types.ts';
