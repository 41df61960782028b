import { parentPort, workerData } from 'node:worker_threads';
import { done, mishap, type Result } from '../../core/mishap.ts';
import { mishapOf } from './failure.ts';
import type { Answer, Question } from './protocol.ts';
import { openStore, type Store } from './store.ts';

// The one thread that owns the journal's file. It opens on the first question and again after a failure, so that a disk
// that was full or read-only at start is found again without a restart.

const { folder } = workerData as { folder: string }; // set by the front, the only one that starts this file
let store: Store | null = null;
let stamp = '';

function answer(question: Question): Result<unknown> {
  stamp = question.stamp;
  try {
    return done(question.operation === 'close' ? close() : ask(question));
  } catch (error) {
    const code = mishapOf(error, folder);
    if (code === null) throw error; // a bug: the thread ends, and its end says so
    return mishap(code);
  }
}

function ask({ operation, input }: Question): unknown {
  store ??= openStore(folder, () => stamp);
  const asked = store[operation] as (...input: unknown[]) => unknown; // the front's types pair operation and input
  return asked(...input);
}

function close(): void {
  store?.close();
  store = null;
}

parentPort?.on('message', (question: Question) => {
  const reply: Answer = { ask: question.ask, result: answer(question) };
  parentPort?.postMessage(reply);
  if (question.operation === 'close') parentPort?.close();
});
