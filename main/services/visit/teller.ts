/** Tells listeners what something looks like, each time it looks different from the last time it was told. */
export interface Teller<T> {
  tell(): void;
  listen(listener: (view: T) => void): () => void;
}

/** `look` is asked at every `tell`; views are plain data. */
export function teller<T>(look: () => T): Teller<T> {
  const listeners = new Set<(view: T) => void>();
  let last: string | null = null;
  return {
    tell: () => {
      const view = look();
      const text = JSON.stringify(view);
      if (text === last) return;
      last = text;
      for (const listener of listeners) listener(view);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
