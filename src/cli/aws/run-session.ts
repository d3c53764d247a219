import { print, warn } from '../output.ts';
import type { SessionOptions } from './options.ts';
import { orderSession } from './order-session.ts';
import { formatCredentials } from './session-credentials.ts';
import { UsedSteps } from './used-steps.ts';
import { awsVault } from './vault.ts';

/** Prints the credentials of a session. */
export async function runSession(options: SessionOptions): Promise<void> {
  const parts = { vault: awsVault(options), steps: new UsedSteps(), tell: warn };
  print(formatCredentials(await orderSession(options, parts), options.format));
}
