import { RefusedError } from '../errors.ts';
import { noSuchProfile, profileName, readProfile, type Profile } from './profile.ts';

/** Keys of an IAM user, which AWS asks for before it gives out a session. */
export interface LongTermKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The keys, and the profile with the other settings; none where there is no such profile. */
export interface KeySource {
  readonly keys: LongTermKeys;
  readonly profile: Profile | undefined;
}

/** Keys as they come out of a profile's program. */
export interface ProgramKeys extends LongTermKeys {
  readonly sessionToken?: string | undefined;
}

/** Runs the program that a profile names, and gives the keys it prints. */
type RunProgram = (command: string, profile: string) => Promise<ProgramKeys>;

/** Set while a profile's program runs, which may be this very command. */
export const GUARD = 'TWOFAA_AWS_SESSION';

/**
 * The long-term keys for a session: of the profile that is named, else of the environment,
 * else of the usual profile. Keys of a session in the environment are passed over, for
 * what is asked is a new one.
 *
 * @throws RefusedError where there are none
 */
export async function findLongTermKeys(
  named: string | undefined,
  env: NodeJS.ProcessEnv,
  runProgram: RunProgram,
): Promise<KeySource> {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const name = profileName(named, env);
  const profile = await readProfile(name);
  if (named === undefined && accessKeyId && secretAccessKey && !env.AWS_SESSION_TOKEN) {
    return { keys: { accessKeyId, secretAccessKey }, profile };
  }
  if (profile === undefined) throw await noSuchProfile(name);
  return { keys: await keysOf(profile, runProgram), profile };
}

async function keysOf({ name, settings }: Profile, runProgram: RunProgram): Promise<LongTermKeys> {
  if (settings.role_arn !== undefined) throw isRole(name, settings.source_profile);
  const { aws_access_key_id: accessKeyId, aws_secret_access_key: secretAccessKey } = settings;
  if (accessKeyId && secretAccessKey) {
    if (settings.aws_session_token) throw isSession(name);
    return { accessKeyId, secretAccessKey };
  }
  if (settings.credential_process !== undefined) {
    const { sessionToken, ...keys } = await runProgram(settings.credential_process, name);
    if (sessionToken) throw isSession(name);
    return keys;
  }
  if (settings.sso_session !== undefined || settings.sso_start_url !== undefined) {
    throw new RefusedError(
      `Profile ${name} signs in through IAM Identity Center, which asks for MFA by itself: aws sso login --profile ${name}.`,
    );
  }
  throw new RefusedError(
    `Profile ${name} has no access key. Put the long-term keys of your IAM user there with: aws configure --profile ${name}.`,
  );
}

function isSession(name: string): RefusedError {
  return new RefusedError(
    `The keys of profile ${name} are of a session. AWS gives out sessions for the long-term keys of an IAM user only: name a profile that has them.`,
  );
}

/** The session belongs to the user; the role is then assumed by the AWS tools themselves. */
function isRole(name: string, source = 'alice'): RefusedError {
  return new RefusedError(
    `Profile ${name} assumes a role, which the AWS tools do themselves once they have a session of the user. Make a profile ${source}-mfa with:\n` +
      `  credential_process = 2faa aws session --profile ${source}\n` +
      `and in profile ${name}, without mfa_serial:\n` +
      `  source_profile = ${source}-mfa`,
  );
}
