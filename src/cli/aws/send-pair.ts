import type { DeviceCodes } from './device-codes.ts';
import type { CodePair } from './iam.ts';
import { isRefusedCode } from './refusals.ts';

/**
 * Sends two codes in a row. At first the last and the current one, which takes no wait and
 * which AWS takes though its manuals say nothing of it; where it does not, two that
 * become current one after the other, as the manuals have it.
 *
 * @throws what `send` throws, of the second try if there was one
 */
export async function sendPair(
  codes: DeviceCodes,
  tell: (line: string) => void,
  send: (pair: CodePair) => Promise<void>,
): Promise<void> {
  const recent = await codes.recentPair();
  if (recent !== undefined) {
    try {
      await send(recent);
      return;
    } catch (error) {
      if (!isRefusedCode(error)) throw error;
    }
    tell('AWS did not take these two codes. Trying the next two; this takes up to a minute.');
  }
  await send(await codes.freshPair());
}
