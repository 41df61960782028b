export { useTranslation } from 'react-i18next';
export { addDays, longDay } from './day.ts';
export { endonym } from './endonym.ts';
export { given } from './given.ts';
export { speak, startWords } from './start.ts';
