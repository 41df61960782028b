/** A step of the schema. Forward only; once shipped, never edited: the next change is the next number. */
export interface Migration {
  /** `NNNN-name`, the file's own name. */
  name: string;
  sql: string;
}
