import { chooseDevice } from './choose-device.ts';
import type { Clock } from './clock.ts';
import { DeviceCodes } from './device-codes.ts';
import { explain, isRefusedCode, isUncertain } from './refusals.ts';
import type { SessionCache, SessionKey } from './session-cache.ts';
import type { SessionCredentials } from './session-credentials.ts';
import type { Sts } from './sts.ts';
import { alsoFor, type StepRecord } from './used-steps.ts';
import type { AwsVault } from './vault.ts';

/** Codes that are tried for one session: a second one where the first was used elsewhere. */
const TRIES = 2;

/** What is asked for. */
export interface SessionOrder {
  readonly key: SessionKey;
  /** A query for the entry, where the person names one. */
  readonly entry?: string | undefined;
  /** Do not take the session that is kept. */
  readonly isFresh: boolean;
}

/** What it is made with. */
export interface SessionTools {
  readonly getSession: Sts['getSession'];
  /** Serial numbers of the devices of the keys' user. */
  readonly listDevices: () => Promise<string[]>;
  readonly vault: Pick<AwsVault, 'entries' | 'find'>;
  readonly cache: SessionCache;
  readonly steps: StepRecord;
  readonly clock: Clock;
  readonly tell: (line: string) => void;
}

/**
 * A session with MFA: the one that is kept, or a new one for a code that no request has
 * had before. The vault stays closed where a session is kept, and a process that waits
 * for the next code takes the session that another has got meanwhile.
 *
 * @throws RefusedError with what to do
 */
export async function getSession(
  { key, entry, isFresh }: SessionOrder,
  tools: SessionTools,
): Promise<SessionCredentials> {
  const { cache, clock, steps, tell } = tools;
  const kept = (): Promise<SessionCredentials | undefined> => cache.read(key, clock.now());
  if (isFresh) await cache.forget(key);
  const first = await kept();
  if (first !== undefined) return first;
  const { serial, otp, ...device } = await chooseDevice(key.serial, entry, tools);
  const isNeedless = async () => (await kept()) !== undefined;
  const codes = new DeviceCodes(serial, otp, alsoFor(device.entry, steps), {
    clock,
    tell,
    isNeedless,
  });
  for (let tries = 1; ;) {
    const code = await codes.fresh();
    const others = await kept();
    if (others !== undefined) return others;
    if (code === undefined) continue;
    try {
      const session = await tools.getSession(serial, code, key.duration);
      await cache.write(key, session).catch(() => {
        tell(
          'The session cannot be kept, so the next command asks AWS again: the cache folder is not writable.',
        );
      });
      return session;
    } catch (error) {
      if (tries === TRIES || !(isRefusedCode(error) || isUncertain(error))) {
        throw explain(error, { serial });
      }
      tries += 1;
      tell(
        isRefusedCode(error)
          ? 'AWS did not take this code; another program may have used it. Trying the next one.'
          : 'No answer came from AWS. Trying again with the next code.',
      );
    }
  }
}
