import { RefusedError } from '../errors.ts';
import { systemClock } from './clock.ts';
import type { Connection } from './connection.ts';
import { GUARD, findLongTermKeys } from './long-term-keys.ts';
import type { SessionOptions } from './options.ts';
import type { Profile } from './profile.ts';
import { addressOf } from './reach.ts';
import { runProgram } from './run-program.ts';
import type { SessionCredentials } from './session-credentials.ts';
import { SessionCache } from './session-cache.ts';
import { getSession, type SessionTools } from './session.ts';

/** What a session is made with; the rest is found out. */
type Parts = Pick<SessionTools, 'vault' | 'steps' | 'tell'>;

/**
 * The credentials of a session for these options. The SDK is loaded only where AWS is asked.
 *
 * @throws RefusedError with what to do
 */
export async function orderSession(
  options: Omit<SessionOptions, 'format'>,
  parts: Parts,
): Promise<SessionCredentials> {
  if (process.env[GUARD] !== undefined) {
    throw new RefusedError(
      'The profile gets its keys from 2faa aws session, which needs keys itself. Name a profile with the long-term keys of an IAM user there.',
    );
  }
  const { keys, profile } = await findLongTermKeys(options.profile, process.env, runProgram);
  const address = addressOf(options, profile);
  const connection: Connection = {
    ...address,
    credentials: keys,
    ...(profile === undefined ? {} : { profile: profile.name }),
  };
  const key = {
    accessKeyId: keys.accessKeyId,
    serial: options.serialNumber ?? profile?.settings.mfa_serial ?? '',
    duration: options.duration,
    region: address.region,
    endpoint: address.endpoint ?? endpointOf(profile),
  };
  return getSession(
    { key, entry: options.entry, isFresh: options.refresh ?? false },
    {
      getSession: async (...order) => {
        const { connectSts } = await import('./sts.ts');
        return connectSts(connection).getSession(...order);
      },
      listDevices: async () => {
        const { connectIam } = await import('./iam.ts');
        return connectIam(connection).listDevices();
      },
      cache: new SessionCache(),
      clock: systemClock,
      ...parts,
    },
  );
}

/** Where the SDK finds another address, so that its sessions are kept apart. */
function endpointOf(profile: Profile | undefined): string {
  const { AWS_ENDPOINT_URL_STS, AWS_ENDPOINT_URL } = process.env;
  return AWS_ENDPOINT_URL_STS ?? AWS_ENDPOINT_URL ?? profile?.settings.endpoint_url ?? '';
}
