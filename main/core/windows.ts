/** Windows that may knock. `paper` is the hidden page that becomes the printed sheet. (No zod here: the first window needs this file.) */
export const WINDOWS = ['kiosk', 'console', 'phone', 'paper'] as const;
export type WindowName = (typeof WINDOWS)[number];
