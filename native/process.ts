import { readFileSync } from 'node:fs';
import { attend } from './attend.ts';
import { openCode } from './code.ts';
import { anchors, warmUp } from './eid/trust.ts';
import { openInquiry } from './inquiry.ts';
import { parseRequest, type Report } from './messages.ts';
import { noCoreDumps } from './no-core.ts';
import { openPcsc } from './pcsc/pcsc-mini.ts';
import { openPort } from './port.ts';
import { publisherKeys } from './publishers.ts';
import { steady } from './steady.ts';

/** The card process: alone with PC/SC, so that a stuck reader can be ended by ending it. */
const port = openPort();
const tell = (report: Report) => port.send(report);
let desk: ReturnType<typeof attend> | null = null;
let code: ReturnType<typeof openCode> | null = null;
let inquiry: ReturnType<typeof openInquiry> | null = null;

port.onMessage((message) => {
  const request = parseRequest(message);
  if (request?.kind === 'start' && !desk) {
    const pcsc = openPcsc({ pulse: steady((limit, wait) => tell({ kind: 'pulse', limit, wait })) });
    const roots = anchors(__TEST_BUILD__ ? extra('COMPTOIR_TRUST_ROOTS') : '');
    const { leavePresent, only, never } = request;
    const publishers = publisherKeys(__TEST_BUILD__ ? extra('COMPTOIR_PUBLISHERS') : '');
    const made = attend({ pcsc, roots, leavePresent, only, never, publishers, tell });
    desk = made;
    setImmediate(warmUp);
    void noCoreDumps();
    code = openCode({ pcsc, roots, use: made.use, tell });
    inquiry = openInquiry({ pcsc, roots, use: made.use, tell });
  } else if (request?.kind === 'read') desk?.read(request);
  else if (request?.kind === 'code') code?.ask(request);
  else if (request?.kind === 'inquiry') inquiry?.ask(request);
  else if (request?.kind === 'cancel') code?.forget();
  else if (request?.kind === 'forget') {
    desk?.forget();
    code?.forget();
    inquiry?.forget();
  }
});
// A stuck transmit would hold a normal exit for ever.
port.onClose(() => process.kill(process.pid, 'SIGKILL'));

/**
 * In test builds only: a PEM file named by COMPTOIR_TRUST_ROOTS (simulated cards), by COMPTOIR_PUBLISHERS (warrants). Release bundles
 * lack even the names.
 */
function extra(name: 'COMPTOIR_TRUST_ROOTS' | 'COMPTOIR_PUBLISHERS'): string {
  const file = process.env[name];
  return file ? readFileSync(file, 'utf8') : '';
}
