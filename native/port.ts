/** The way to the process that started this one. */
export interface Port {
  send(message: object): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The other side is gone, or wants this one gone. */
  onClose(listener: () => void): void;
}

/** What Electron adds to `process` in a utility process; its types would bring Electron in. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** Electron's utility process when this is one, else a child process with an IPC channel. Throws when it is neither: nobody listens. */
export function openPort(): Port {
  const parent = (process as { parentPort?: ParentPort }).parentPort; // there in Electron only
  if (parent) {
    return {
      send: (message) => parent.postMessage(message),
      onMessage: (listener) => parent.on('message', ({ data }) => listener(data)),
      // Electron ends utility processes with their parent.
      onClose: () => undefined,
    };
  }
  if (!process.send) throw new Error('the card process is started by Comptoir, not by hand');
  return {
    send: (message) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) => process.on('message', listener),
    onClose: (listener) => process.on('disconnect', listener),
  };
}
