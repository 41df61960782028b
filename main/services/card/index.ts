export type { HashName, KeyName, Scheme } from '../../../native/messages.ts';
export type { CardCode, CodeAnswer } from './card-code.ts';
export { CARD_MISHAPS, type CardMishap, type CardReport, inspectCard } from './inspect-card.ts';
export type { Launch, NativePort } from './launch.ts';
export { launchChild } from './launch-child.ts';
export { type CardService, openCard } from './open-card.ts';
