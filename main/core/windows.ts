/** Windows that may knock. `paper` is the hidden page that becomes the printed sheet, `pin` the only one that takes a card's code. (No zod here: the first window needs this file.) */
export const WINDOWS = ['kiosk', 'console', 'phone', 'paper', 'pin'] as const;
export type WindowName = (typeof WINDOWS)[number];
