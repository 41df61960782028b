import { contextBridge, ipcRenderer } from 'electron';

/** The one frozen object a page of ours gets. It passes names and payloads; main checks both. No Electron object crosses. */
contextBridge.exposeInMainWorld(
  'comptoir',
  Object.freeze({
    request: (name: unknown, input: unknown) => ipcRenderer.invoke('request', name, input),
    on(name: unknown, listener: unknown) {
      if (typeof name !== 'string' || typeof listener !== 'function') return () => {};
      const hear = (_: unknown, said: unknown, payload: unknown) => {
        if (said === name) listener(payload);
      };
      ipcRenderer.on('news', hear);
      return () => ipcRenderer.off('news', hear);
    },
  }),
);
