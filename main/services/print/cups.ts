import { request } from 'node:http';
import { userInfo } from 'node:os';
import { decodeResponse, encodeRequest, type IppAttribute, type IppResponse, OPERATION } from './ipp.ts';

/** A job of ours in a queue. */
export interface Job {
  queue: string;
  id: number;
}

/** States of a job (RFC 8011 section 5.3.7) by number: it moves no more from `canceled` on. */
export const JOB_STATE = { pending: 3, held: 4, processing: 5, stopped: 6, canceled: 7, aborted: 8, completed: 9 } as const;
const PRINTER_STOPPED = 5;
const NOT_FOUND = 0x0406;
/** Milliseconds for one question to the print service, which is on this machine. */
const PATIENCE = 10_000;

export class CupsFailure extends Error {}

/** The print service of this machine, over IPP. Every function rejects with CupsFailure or a system error when it does not answer. */
export interface Cups {
  /** `missing`: no such queue. `stopped`: it exists and takes or prints nothing. */
  printer(queue: string): Promise<'ready' | 'stopped' | 'missing'>;
  print(queue: string, pdf: Uint8Array): Promise<Job>;
  /** State of a job, or null when the service no longer knows it. */
  job(job: Job): Promise<number | null>;
  /**
   * Cancels a job and removes its files. `cancel -x` cannot do this: it refuses a job that is completed, and CUPS keeps the
   * document of a completed job for a day (PreserveJobFiles). Cancel-Job with `purge-job` removes it at once.
   */
  purge(job: Job): Promise<void>;
}

/** `server` as in CUPS_SERVER: a socket's path, or host[:port]. */
export function connectCups(server: string = process.env.CUPS_SERVER ?? '/run/cups/cups.sock'): Cups {
  const user = userInfo().username;
  const whose: IppAttribute = { name: 'requesting-user-name', tag: 'name', value: user };
  const where = (queue: string): IppAttribute => ({
    name: 'printer-uri',
    tag: 'uri',
    value: `ipp://localhost/printers/${encodeURIComponent(queue)}`,
  });
  const which = (job: Job): IppAttribute[] => [where(job.queue), { name: 'job-id', tag: 'integer', value: job.id }, whose];
  const ask = (path: string, body: Buffer) => post(server, user, path, body);

  return {
    printer: async (queue) => {
      const answer = await ask(
        `/printers/${encodeURIComponent(queue)}`,
        encodeRequest(OPERATION.getPrinter, [where(queue), whose]),
      );
      if (answer.status === NOT_FOUND) return 'missing';
      const { values } = succeeded(answer);
      return values.get('printer-state') === PRINTER_STOPPED || values.get('printer-is-accepting-jobs') === 0
        ? 'stopped'
        : 'ready';
    },
    print: async (queue, pdf) => {
      const attributes: IppAttribute[] = [
        where(queue),
        whose,
        // The same for everybody: CUPS writes it in its logs.
        { name: 'job-name', tag: 'name', value: 'comptoir' },
        { name: 'document-format', tag: 'mime', value: 'application/pdf' },
      ];
      const answer = await ask(`/printers/${encodeURIComponent(queue)}`, encodeRequest(OPERATION.printJob, attributes, pdf));
      const id = succeeded(answer).values.get('job-id');
      if (id === undefined) throw new CupsFailure('no job-id');
      return { queue, id };
    },
    job: async (job) => {
      const answer = await ask('/jobs/', encodeRequest(OPERATION.getJob, which(job)));
      if (answer.status === NOT_FOUND) return null;
      return succeeded(answer).values.get('job-state') ?? null;
    },
    purge: async (job) => {
      const answer = await ask(
        '/jobs/',
        encodeRequest(OPERATION.cancelJob, [...which(job), { name: 'purge-job', tag: 'boolean', value: true }]),
      );
      if (answer.status !== NOT_FOUND) succeeded(answer);
    },
  };
}

function succeeded(answer: IppResponse): IppResponse {
  if (answer.status >= 0x0100) throw new CupsFailure(`status=0x${answer.status.toString(16).padStart(4, '0')}`);
  return answer;
}

function post(server: string, user: string, path: string, body: Buffer): Promise<IppResponse> {
  const local = server.startsWith('/');
  const [host = 'localhost', port = '631'] = server.split(':');
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        ...(local ? { socketPath: server } : { host, port }),
        path,
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(PATIENCE),
        headers: {
          Host: 'localhost',
          'Content-Type': 'application/ipp',
          'Content-Length': body.length,
          // On its socket CUPS asks the kernel who calls; this names whom to compare with.
          ...(local ? { Authorization: `PeerCred ${user}` } : {}),
        },
      },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('error', reject);
        reply.on('end', () => {
          if (reply.statusCode !== 200) return reject(new CupsFailure(`http=${reply.statusCode}`));
          try {
            resolve(decodeResponse(Buffer.concat(parts)));
          } catch {
            reject(new CupsFailure('unreadable answer'));
          }
        });
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}
