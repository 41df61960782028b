import type words from '../../locales/fr/pin.json';

// Every key of `t` in this window is checked by the compiler.
declare module 'i18next' {
  interface ResourceNamespaceMap {
    pin: typeof words;
  }
}
