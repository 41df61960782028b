import type guard from '../../locales/fr/guard.json';
import type kiosk from '../../locales/fr/kiosk.json';
import type mishaps from '../../locales/fr/mishaps.json';

// Every key of `t` is checked by the compiler against the French file; other languages are checked for completeness.
// A seat adds its own namespace to ResourceNamespaceMap in the same way.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'kiosk';
  }
  interface ResourceNamespaceMap {
    guard: typeof guard;
    kiosk: typeof kiosk;
    mishaps: typeof mishaps;
  }
}
