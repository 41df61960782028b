import { execFile } from 'node:child_process';

/**
 * Forbids this process to lock memory. OpenSC locks pages of the heap for what is secret (`sc_mem_secure_alloc`) and unlocks fewer than
 * it locked; Chromium's allocator ends the process when the system will not take a locked page back (madvise(2), EINVAL), at the next
 * page or at the end. What OpenSC may not lock it uses as it is; swap is a matter of the machine, and the doctor's. Node cannot set
 * limits, so util-linux's `prlimit` does. Root with its right to lock is not bound by it. Gives whether it could be done.
 */
export function forbidLocking(): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('prlimit', ['--pid', String(process.pid), '--memlock=0:0'], (error) => resolve(error === null));
  });
}
