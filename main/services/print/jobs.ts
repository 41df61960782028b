import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Job } from './cups.ts';

export const JOBS_FILE = 'print-jobs.json';
const Jobs = z.array(z.strictObject({ queue: z.string(), id: z.int() }));

/** The jobs of this visit. Also on disk (queue and number, nothing else), so that they can be purged after a power cut. */
export interface JobList {
  all(): readonly Job[];
  add(job: Job): void;
  remove(job: Job): void;
}

/** `folder` is the data folder; null keeps the list in memory only. */
export function jobList(folder: string | null): JobList {
  const file = folder === null ? null : join(folder, JOBS_FILE);
  let jobs: Job[] = file === null ? [] : readJobs(file);
  const save = () => {
    if (file === null) return;
    try {
      if (jobs.length === 0) rmSync(file, { force: true });
      else writeFileSync(file, JSON.stringify(jobs), { mode: 0o600 });
    } catch {
      // A full or read-only disk does not stop a page; the list in memory is enough unless the power goes.
    }
  };
  return {
    all: () => jobs,
    add: (job) => {
      jobs = [...jobs, job];
      save();
    },
    remove: (job) => {
      jobs = jobs.filter((other) => other.queue !== job.queue || other.id !== job.id);
      save();
    },
  };
}

function readJobs(file: string): Job[] {
  try {
    return Jobs.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? [];
  } catch {
    return []; // none, the ordinary case
  }
}
