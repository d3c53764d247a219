import { loadSharedConfigFiles } from '@smithy/core/config';
import { RefusedError } from '../errors.ts';

/** A profile of the AWS configuration: what both files say under its name. */
export interface Profile {
  readonly name: string;
  readonly settings: Readonly<Partial<Record<string, string>>>;
}

/** Used where nothing else says a region: STS and IAM of the commercial partition are there. */
const FALLBACK_REGION = 'us-east-1';

/** The profile that is meant: the one named, `$AWS_PROFILE`, or `default`. */
export function profileName(named: string | undefined, env: NodeJS.ProcessEnv): string {
  return firstGiven(named, env.AWS_PROFILE, env.AWS_DEFAULT_PROFILE) ?? 'default';
}

/**
 * Reads a profile from `~/.aws/config` and `~/.aws/credentials`, or from where
 * `$AWS_CONFIG_FILE` and `$AWS_SHARED_CREDENTIALS_FILE` point; undefined where it is in neither.
 */
export async function readProfile(name: string): Promise<Profile | undefined> {
  const { configFile, credentialsFile } = await configuration();
  if (!Object.hasOwn(configFile, name) && !Object.hasOwn(credentialsFile, name)) return undefined;
  return { name, settings: { ...configFile[name], ...credentialsFile[name] } };
}

/** A refusal that says which profiles there are. */
export async function noSuchProfile(name: string): Promise<RefusedError> {
  const { configFile, credentialsFile } = await configuration();
  // Sections that are no profiles, such as `sso-session`, have a dot behind their kind.
  const names = Object.keys({ ...configFile, ...credentialsFile }).filter(
    (key) => !/^(?:sso-session|services)\./.test(key),
  );
  const known =
    names.length === 0
      ? 'There are none; make one with: aws configure --profile NAME.'
      : `There are: ${names.join(', ')}.`;
  return new RefusedError(`The AWS configuration has no profile ${name}. ${known}`);
}

/** The region whose addresses are asked; it decides the partition too. */
export function regionOf(
  named: string | undefined,
  profile: Profile | undefined,
  env: NodeJS.ProcessEnv,
): string {
  const { AWS_REGION, AWS_DEFAULT_REGION } = env;
  return (
    firstGiven(named, AWS_REGION, AWS_DEFAULT_REGION, profile?.settings.region) ?? FALLBACK_REGION
  );
}

/** Variables that are set to nothing count as not set, as with AWS's own tools. */
function firstGiven(...values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value !== '');
}

function configuration() {
  return loadSharedConfigFiles({ ignoreCache: true });
}
