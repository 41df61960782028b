export { useTranslation } from 'react-i18next';
export { addDays, longDay } from './day.ts';
export { directionOf, mirror } from './direction.ts';
export { endonym } from './endonym.ts';
export { given } from './given.ts';
export { soften } from './soften.ts';
export { type Namespace, speak, startWords } from './start.ts';
