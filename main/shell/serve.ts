import type { z } from 'zod';
import { contract, type EventName, type News, type Output, type RequestName } from '../core/contract.ts';
import { done, mishap, type Result } from '../core/mishap.ts';
import type { WindowName } from '../core/windows.ts';

/** Who knocks: the window the message came from, or null when it is no window of ours. */
export interface Sender {
  window: WindowName | null;
  mainFrame: boolean;
  /** Origin of the frame, e.g. `app://kiosk`. */
  origin: string;
}

/** One function per request of the contract; the compiler names the one that is missing. */
export type Handlers = {
  [K in RequestName]: (input: z.output<(typeof contract)[K]['input']>, sender: WindowName) => Promise<Result<Output<K>>>;
};

/** No request of the contract needs more; a page that sends more is not ours. Characters of its JSON. */
const MOST = 16_384;

const isRequest = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(contract, name) && contract[name as RequestName].kind === 'request';

function tooBig(input: unknown): boolean {
  if (input === undefined) return false;
  try {
    return (JSON.stringify(input)?.length ?? MOST + 1) > MOST;
  } catch {
    return true; // a circle, a BigInt: no shape of ours
  }
}

/**
 * Answers one request: who asks, what is asked, then the handler, then what it answers (house, section 6).
 * Errors: a mishap's code; a thrown error becomes `failed` and its message stays here.
 */
export async function serve(
  handlers: Handlers,
  sender: Sender,
  name: unknown,
  input: unknown,
  report: (name: string, error: unknown) => void,
): Promise<Result<unknown>> {
  if (!sender.window || !sender.mainFrame || sender.origin !== `app://${sender.window}`) return mishap('not-for-this-seat');
  if (!isRequest(name) || tooBig(input)) return mishap('bad-request');
  const line = contract[name];
  if (!(line.seats as readonly WindowName[]).includes(sender.window)) return mishap('not-for-this-seat');
  const asked = line.input.safeParse(input);
  if (!asked.success) return mishap('bad-request');
  try {
    // The union of handlers cannot be called with a union of inputs; both come from the same name.
    const handler = handlers[name] as (input: unknown, sender: WindowName) => Promise<Result<unknown>>;
    const answer = await handler(asked.data, sender.window);
    if (!answer.ok) return mishap(answer.code);
    return done(line.output.parse(answer.value));
  } catch (error) {
    report(name, error);
    return mishap('failed');
  }
}

/** News for the windows that may hear it, parsed by the contract before it leaves. */
export function news<K extends EventName>(name: K, payload: News<K>): { seats: readonly WindowName[]; payload: unknown } {
  const line = contract[name];
  return { seats: line.seats, payload: line.payload.parse(payload) };
}
