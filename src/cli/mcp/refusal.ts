/** Why a call got nothing; the words stand in the audit log, and scripts may look for them. */
export type RefusalReason =
  | 'not-allowed'
  | 'not-set-up'
  | 'no-entry'
  | 'ambiguous'
  | 'counter-based'
  | 'locked'
  | 'rate-limit'
  | 'declined'
  | 'declined-before'
  | 'nobody-to-ask'
  | 'approval-over'
  | 'step-used'
  | 'failed';

/** A call that gets nothing; its message goes to the model and holds nothing secret. */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
