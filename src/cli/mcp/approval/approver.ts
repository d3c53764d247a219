/** What a person is asked about. */
export interface Question {
  /** The name in mcp.json. */
  readonly entry: string;
  /** A sentence that says who wants what, and of which entry. */
  readonly text: string;
}

export type Answer = 'yes' | 'no' | 'nobody';

/** Somebody who can be asked outside of the protocol. */
export interface Approver {
  /** `nobody` where there is nobody to ask, or no answer came in time. */
  ask(question: Question, signal: AbortSignal): Promise<Answer>;
}
