import type { Entry } from '../../lib/vault/entry.ts';
import type { Caller } from './arn.ts';
import type { Clock } from './clock.ts';
import type { Iam } from './iam.ts';
import type { UsedSteps } from './used-steps.ts';
import type { AwsVault } from './vault.ts';

/** What is asked for. */
export interface EnrollOrder {
  /** The IAM user. */
  readonly user: string;
  /** The name of the new device. */
  readonly deviceName: string;
  readonly caller: Caller;
}

/** What it is made with. */
export interface EnrollTools {
  readonly iam: Iam;
  readonly vault: Pick<AwsVault, 'entries' | 'capture' | 'accept' | 'trash'>;
  readonly steps: UsedSteps;
  readonly clock: Clock;
  readonly tell: (line: string) => void;
  /** Aborted when the person wants to stop. */
  readonly stop: AbortSignal;
}

/** A device and the entry with its secret. */
export interface Prepared {
  readonly serial: string;
  readonly entry: Entry;
  /** Made in this call, so that it goes again where the call fails. */
  readonly isNew: boolean;
}
