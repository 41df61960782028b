export { type CodeDesk, openCodeDesk } from './desk.ts';
