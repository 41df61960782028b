export { type Inspection, inspectCard } from './inspect-card.ts';
export type { Launch, NativePort } from './launch.ts';
export { launchChild } from './launch-child.ts';
export { type CardService, openCard } from './open-card.ts';
