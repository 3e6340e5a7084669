/** One thing looked at. What is optional and absent is said, and is no failure. */
export interface Diagnosis {
  readonly what: string;
  readonly state: 'works' | 'optional' | 'broken';
  readonly detail: string;
  readonly mend?: string;
}
