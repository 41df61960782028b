import type words from '../../locales/fr/console.json';

// Every key of `t` in this seat is checked by the compiler.
declare module 'i18next' {
  interface ResourceNamespaceMap {
    console: typeof words;
  }
}
