/** What happened, what became of the person's data, what to do: one sentence each. */
export interface FaultMessage {
  readonly happened: string;
  readonly data: string;
  readonly remedy: string;
}
