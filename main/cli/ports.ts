import type { Runtime } from '../core/health.ts';
import type { Launch } from '../services/card/index.ts';

/** What a command may use. Handed in by plain Node (`node.ts`), by the packaged program (the shell), or by a test. */
export interface Ports {
  launch: Launch;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  /** Where settings and journal are, unless `--data` names another folder. */
  dataFolder: string;
  /** `<lang>/*.json` and `procedures/`. */
  localesFolder: string;
  runtime: Runtime;
  now: () => Date;
  /** Default: the process's own. */
  env?: NodeJS.ProcessEnv;
  /** What is piped in. Default: the process's own. */
  stdin?: AsyncIterable<Uint8Array | string>;
}
