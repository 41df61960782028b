import type words from '../../locales/fr/phone.json';

// Every key of `t` in this seat is checked by the compiler.
declare module 'i18next' {
  interface ResourceNamespaceMap {
    phone: typeof words;
  }
}
