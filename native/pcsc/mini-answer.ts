import { MAX_BUFFER_LEN } from 'pcsc-mini';

/** Memory that answers are written into, when nobody is using it. As many as there were commands at one time: one or two. */
const free: ArrayBuffer[] = [];

/**
 * Runs a call of pcsc-mini that writes an answer, and gives a copy of it. pcsc-mini 0.1.3 never lets go of the memory of an answer
 * (`buf_out_ref` in its Session.zig is taken and not given back): left to itself it keeps 264 bytes for each command for ever, with what
 * the card said in them. Given the same memory again and again it keeps that one; it is overwritten when the answer is out.
 */
export async function answerOf(call: (out: ArrayBuffer) => Promise<Uint8Array>): Promise<Uint8Array> {
  const out = free.pop() ?? new ArrayBuffer(MAX_BUFFER_LEN);
  try {
    return Uint8Array.from(await call(out));
  } finally {
    new Uint8Array(out).fill(0);
    free.push(out);
  }
}
