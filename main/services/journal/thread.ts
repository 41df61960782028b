import { Worker } from 'node:worker_threads';
import { mishap, type Result } from '../../core/mishap.ts';
import type { Answer, Operation, Question } from './protocol.ts';
import type { Store } from './store.ts';

/** The journal's worker, seen from outside. Questions are answered in order; a thread that died is started again at the next one. */
export interface Thread {
  ask<K extends Operation>(operation: K, ...input: Parameters<Store[K]>): Promise<Result<ReturnType<Store[K]>>>;
  end(): Promise<void>;
}

/** Starts the worker when first asked. `stamp` gives the moment as `YYYYMMDDTHHMMSS`. */
export function startThread(options: { worker: URL | string; folder: string; stamp: () => string }): Thread {
  let worker: Worker | null = null;
  let count = 0;
  const waiting = new Map<number, (result: Result<unknown>) => void>();

  function started(): Worker {
    if (worker) return worker;
    const fresh = new Worker(options.worker, { workerData: { folder: options.folder } });
    const gone = () => {
      if (worker !== fresh) return;
      worker = null;
      for (const settle of waiting.values()) settle(mishap('failed'));
      waiting.clear();
    };
    fresh.on('message', ({ ask, result }: Answer) => {
      waiting.get(ask)?.(result);
      waiting.delete(ask);
    });
    fresh.on('error', (error) => {
      console.error(error); // a bug in the worker: its stack is for the log, the caller gets 'failed'
      gone();
    });
    fresh.on('exit', gone);
    worker = fresh;
    return fresh;
  }

  return {
    ask: (operation, ...input) => {
      count += 1;
      const question: Question = { ask: count, stamp: options.stamp(), operation, input };
      return new Promise((resolve) => {
        // The worker answers each operation with its own output: `Store` types both ends.
        waiting.set(question.ask, resolve as (result: Result<unknown>) => void);
        started().postMessage(question);
      });
    },
    end: async () => {
      await worker?.terminate();
    },
  };
}
