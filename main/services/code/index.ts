export { type CodeDesk, openCodeDesk } from './desk.ts';
export type { ToSign } from './to-sign.ts';
