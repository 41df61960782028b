import type { Connection, Pcsc } from './pcsc/pcsc.ts';

/** Connecting, or beginning a transaction, that takes longer waits for another program: the service queues whoever comes second. */
const SLOW_MS = 2000;

/** Waits for the call; `onSlow` hears, once, when that takes long. */
async function patiently<T>(call: (begun: () => void) => Promise<T>, onSlow: () => void): Promise<T> {
  const timer = setTimeout(onSlow, SLOW_MS);
  const begun = () => clearTimeout(timer);
  return await call(begun).finally(begun);
}

/** The same PC/SC; `onHeld` hears when another program keeps a card for itself. The call goes on waiting: it cannot be taken back. */
export function withPatience(pcsc: Pcsc, onHeld: () => void): Pcsc {
  return {
    ...pcsc,
    async connect(reader) {
      const connected = await patiently(() => pcsc.connect(reader), onHeld);
      if (!connected.ok) return connected;
      const connection = connected.value;
      const transaction: Connection['transaction'] = (work) =>
        patiently(
          (begun) =>
            connection.transaction(() => {
              begun();
              return work();
            }),
          onHeld,
        );
      return { ok: true, value: { ...connection, transaction } };
    },
  };
}
