import type { LongTermKeys } from './long-term-keys.ts';

/** How AWS is reached: what the SDK's clients are made from. */
export interface Connection {
  readonly region: string;
  /** Instead of the address of AWS; without it the SDK looks at `$AWS_ENDPOINT_URL` and the profile. */
  readonly endpoint?: string;
  /** Whose keys; with neither these nor `credentials` the SDK looks where it always does. */
  readonly profile?: string;
  readonly credentials?: LongTermKeys;
}
