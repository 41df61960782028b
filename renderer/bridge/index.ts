import type { EventName, Input, News, Output, RequestName } from '../../main/core/contract.ts';
import type { Result } from '../../main/core/mishap.ts';

/** The one object the preload exposes. Names and payloads are checked on the other side; types come from the contract. */
interface Door {
  request(name: string, input: unknown): Promise<Result<unknown>>;
  on(name: string, listener: (payload: unknown) => void): () => void;
}
declare global {
  interface Window {
    readonly comptoir: Door;
  }
}

/** Asks main for something. Never rejects: a failure is a mishap's code. */
export function ask<K extends RequestName>(
  name: K,
  ...input: Input<K> extends void ? [] : [Input<K>]
): Promise<Result<Output<K>>> {
  // The door is untyped by nature; main parses every output with the contract's schema before it answers.
  return window.comptoir.request(name, input[0]) as Promise<Result<Output<K>>>;
}

/** Listens to news from main. Returns the function that stops listening. */
export function listen<K extends EventName>(name: K, listener: (news: News<K>) => void): () => void {
  return window.comptoir.on(name, (payload) => listener(payload as News<K>));
}
