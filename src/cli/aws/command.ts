import { InvalidArgumentError, Option, type Command } from 'commander';
import { DEFAULT_DURATION, parseDuration } from './duration.ts';
import {
  withAwsOptions,
  withDeviceOptions,
  type EnrollOptions,
  type ResyncOptions,
  type SessionOptions,
} from './options.ts';
import { FORMATS } from './formats.ts';

const SESSION_EXAMPLES = `
In ~/.aws/config, the AWS tools get the session by themselves:
  [profile alice-mfa]
  credential_process = 2faa aws session --profile alice

Or in a shell:
  $ eval "$(2faa aws session --profile alice --format env)"

Profile alice holds the long-term keys of the IAM user. A session is kept in your cache
folder, readable by you alone, until shortly before it ends.`;

const ENROLL_EXAMPLES = `
The secret is in the vault before AWS gets a code, and is never shown.
  $ 2faa aws enroll --profile alice                     your own IAM user
  $ 2faa aws enroll --profile admin --user alice        somebody else
  $ 2faa aws enroll --profile alice-mfa --device-name alice-2    a second device`;

export function awsCommand(program: Command): void {
  const aws = program
    .command('aws')
    .description('Sessions with MFA, and MFA devices of IAM users, on AWS');
  withDeviceOptions(withAwsOptions(aws.command('session')))
    .summary('print credentials of a session with MFA')
    .description('Trade the long-term keys of a profile and a fresh code for a session with MFA.')
    .addOption(
      new Option('--duration <time>', 'how long it lasts: 900 to 129600 seconds, or such as 12h')
        .default(DEFAULT_DURATION, '12h')
        .argParser(duration),
    )
    .addOption(
      new Option('--format <format>', 'JSON for credential_process, or variables')
        .choices(FORMATS)
        .default('process'),
    )
    .option('--refresh', 'get a new one, whatever is kept')
    .addHelpText('after', SESSION_EXAMPLES)
    .action(async (options: SessionOptions) => {
      const { runSession } = await import('./run-session.ts');
      await runSession(options);
    });
  withAwsOptions(aws.command('enroll'))
    .summary('turn on MFA for an IAM user')
    .description('Create a virtual MFA device for an IAM user, keep its secret and turn it on.')
    .option('--user <name>', 'the IAM user; without it the one whose keys are used')
    .option('--device-name <name>', 'the name of the device; without it the name of the user')
    .addHelpText('after', ENROLL_EXAMPLES)
    .action(async (options: EnrollOptions) => {
      const { runEnroll } = await import('./run-enroll.ts');
      await runEnroll(options);
    });
  withDeviceOptions(withAwsOptions(aws.command('resync')))
    .summary('synchronize AWS with the codes of a device')
    .description('Send AWS two codes in a row, so that it takes the codes of a device again.')
    .option('--user <name>', 'the IAM user; without it the one whose keys are used')
    .action(async (options: ResyncOptions) => {
      const { runResync } = await import('./run-resync.ts');
      await runResync(options);
    });
}

function duration(text: string): number {
  const seconds = parseDuration(text);
  if (seconds !== undefined) return seconds;
  throw new InvalidArgumentError('AWS takes 15 minutes to 36 hours: 900 to 129600, 15m to 36h.');
}
