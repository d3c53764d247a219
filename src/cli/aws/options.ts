import { InvalidArgumentError, Option, type Command } from 'commander';
import type { VaultOptions } from '../vault/open.ts';
import { withVaultOptions } from '../vault/options.ts';
import type { Format } from './formats.ts';

/** What each AWS command takes. */
export interface AwsOptions extends VaultOptions {
  readonly profile?: string;
  readonly region?: string;
  readonly endpointUrl?: string;
}

export interface SessionOptions extends AwsOptions {
  readonly serialNumber?: string;
  readonly entry?: string;
  /** Seconds. */
  readonly duration: number;
  readonly format: Format;
  readonly refresh?: boolean;
}

export interface EnrollOptions extends AwsOptions {
  readonly user?: string;
  readonly deviceName?: string;
}

export interface ResyncOptions extends AwsOptions {
  readonly user?: string;
  readonly serialNumber?: string;
  readonly entry?: string;
}

export function withAwsOptions(command: Command): Command {
  return withVaultOptions(command)
    .option('--profile <name>', 'the profile of the AWS configuration (or $AWS_PROFILE)')
    .option('--region <name>', 'the region (or $AWS_REGION, or of the profile; else us-east-1)')
    .addOption(
      new Option(
        '--endpoint-url <url>',
        'another address than that of AWS (or $AWS_ENDPOINT_URL)',
      ).argParser(address),
    );
}

/** Options that name a device and its entry where they cannot be found out. */
export function withDeviceOptions(command: Command): Command {
  return command
    .option('--serial-number <arn>', 'the ARN of the device (or mfa_serial of the profile)')
    .option(
      '--entry <query>',
      'words of the entry’s name, where its label does not name the device',
    );
}

function address(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new InvalidArgumentError('It is an address that begins with https:// or http://.');
}
