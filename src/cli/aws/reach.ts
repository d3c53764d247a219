import { warn } from '../output.ts';
import type { Connection } from './connection.ts';
import type { AwsOptions } from './options.ts';
import { noSuchProfile, profileName, readProfile, regionOf, type Profile } from './profile.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** How AWS is reached with the keys that the SDK finds for these options. */
export async function reach(options: AwsOptions): Promise<Connection> {
  const profile = await readProfile(profileName(options.profile, process.env));
  if (options.profile !== undefined && profile === undefined) {
    throw await noSuchProfile(options.profile);
  }
  // Only a named one: without it, keys in the environment come first.
  const named = options.profile === undefined ? {} : { profile: options.profile };
  return { ...addressOf(options, profile), ...named };
}

/** Region and address for these options and this profile. */
export function addressOf(
  { region, endpointUrl }: AwsOptions,
  profile: Profile | undefined,
): Pick<Connection, 'region' | 'endpoint'> {
  if (endpointUrl !== undefined) warnIfOpen(endpointUrl);
  return {
    region: regionOf(region, profile, process.env),
    ...(endpointUrl === undefined ? {} : { endpoint: endpointUrl }),
  };
}

function warnIfOpen(endpoint: string): void {
  const { protocol, hostname } = new URL(endpoint);
  if (protocol === 'http:' && !LOOPBACK.test(hostname)) {
    warn(`Codes and keys go to ${hostname} unencrypted. Use https:// there.`);
  }
}
