import path from 'node:path';
import { utilityProcess } from 'electron';
import type { Launch } from '../services/card/index.ts';
import { OUT } from './windows.ts';

/** Starts the reader process. It holds the card and nothing else; killing it takes 20 ms and costs the app nothing. */
export const launchNative: Launch = () => {
  const child = utilityProcess.fork(path.join(OUT, 'main/native.js'), [], {
    serviceName: 'Comptoir card reader',
    stdio: 'ignore',
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listen) => void child.on('message', listen),
    onExit: (listen) => void child.on('exit', () => listen()),
    kill: () => void child.kill(),
  };
};
