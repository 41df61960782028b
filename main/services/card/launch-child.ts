import { fork } from 'node:child_process';
import type { Launch } from './launch.ts';

/** Launch over a plain child process, for the command line and tests. `entry`: path of the built `native.js` (or its source). */
export function launchChild(entry: string, options: { execArgv?: string[]; env?: NodeJS.ProcessEnv } = {}): Launch {
  return () => {
    const child = fork(entry, [], {
      execArgv: options.execArgv ?? [],
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Bytes stay bytes, as in a utility process.
      serialization: 'advanced',
    });
    // A child that dies while it is written to says so here too; `exit` tells the same.
    child.on('error', () => undefined);
    return {
      send: (message) => {
        if (child.connected) child.send(message as object, () => undefined); // requests are objects
      },
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', listener),
      kill: () => child.kill('SIGKILL'),
    };
  };
}
