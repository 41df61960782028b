import type { ProcedureFile } from '../../../main/core/procedure/schema.ts';

/** Whether it is known that the site of a procedure is not to be had in this language. */
export const speaksNot = (portal: ProcedureFile['portal'], language: string): boolean =>
  portal?.languages !== undefined && !portal.languages.some((one) => one === language);
