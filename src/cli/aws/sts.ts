import { GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { RefusedError } from '../errors.ts';
import { parseCaller, type Caller } from './arn.ts';
import type { Connection } from './connection.ts';
import type { ProgramKeys } from './long-term-keys.ts';
import type { SessionCredentials } from './session-credentials.ts';

/** What the commands ask of the Security Token Service. Failures are those of the SDK. */
export interface Sts {
  /** Trades the long-term keys and a code for a session; the duration is in seconds. */
  readonly getSession: (
    serial: string,
    code: string,
    duration: number,
  ) => Promise<SessionCredentials>;
  readonly getCaller: () => Promise<Caller>;
  /** The keys that requests are signed with, wherever they come from. */
  readonly getKeys: () => Promise<ProgramKeys>;
}

export function connectSts(connection: Connection): Sts {
  const client = new STSClient(connection);
  // The SDK repeats what failed on the way, and AWS may have taken the code before that.
  const once = new STSClient({ ...connection, maxAttempts: 1 });
  return {
    getSession: async (SerialNumber, TokenCode, DurationSeconds) => {
      const command = new GetSessionTokenCommand({ SerialNumber, TokenCode, DurationSeconds });
      const { Credentials: answer } = await once.send(command);
      const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer ?? {};
      if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
        throw new RefusedError('The answer to GetSessionToken holds no session. Try again.');
      }
      return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        expiration: Expiration.getTime(),
      };
    },
    getCaller: async () => {
      const { Arn = '' } = await client.send(new GetCallerIdentityCommand({}));
      const caller = parseCaller(Arn);
      if (caller === undefined) {
        throw new RefusedError('The answer to GetCallerIdentity names nobody. Try again.');
      }
      return caller;
    },
    getKeys: () => client.config.credentials(),
  };
}
