/** Keys that a page of a portal receives by themselves or with Shift. Signs (one character) besides. */
const ALONE = new Set(
  'Tab Enter Backspace Delete Escape ArrowLeft ArrowRight ArrowUp ArrowDown Home End PageUp PageDown Shift Control Alt AltGraph CapsLock NumLock Dead Compose Process Unidentified'.split(
    ' ',
  ),
);
/** With Ctrl: edit, and go by words. */
const WITH_CONTROL = new Set(
  'a c v x z y insert arrowleft arrowright arrowup arrowdown home end backspace delete enter control shift altgraph'.split(' '),
);

/** A key, with those that are held. */
export interface KeyStroke {
  key: string;
  control: boolean;
  meta: boolean;
  alt: boolean;
}

/**
 * May this key reach the page? An allow-list: typing, moving, editing. No function key, no key of a program (new window, print,
 * save, find, zoom), no key that goes back, searches, mails or plays.
 */
export function portalKey({ key, control, meta, alt }: KeyStroke): boolean {
  if (meta) return false;
  const sign = [...key].length === 1;
  // AltGr (how an AZERTY keyboard types @ and €) comes as Alt, alone or with Control, and a sign.
  if (alt) return sign || key === 'Alt' || key === 'AltGraph' || key === 'Control' || key === 'Shift' || key === 'Dead';
  if (control) return WITH_CONTROL.has(key.toLowerCase());
  return sign || ALONE.has(key);
}
