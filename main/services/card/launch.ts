/** The card process, seen from here. */
export interface NativePort {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  /** At once and for good: the process may be stuck in a reader. */
  kill(): void;
}

/** Starts a card process: a utility process in the shell, a child process elsewhere. */
export type Launch = () => NativePort;
