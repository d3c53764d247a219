import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openVaultFile } from '../../../../src/cli/vault/open.ts';
import type { Entry } from '../../../../src/lib/vault/entry.ts';
import type { Device } from '../../../helpers/aws/device.ts';
import { startStandIn } from '../../../helpers/aws/stand-in.ts';
import { commandIn } from '../command.ts';
import { TestVault } from './setup.ts';

const main = path.resolve(import.meta.dirname, '../../../../src/cli/main.ts');

/** A home folder with a vault and the keys of alice and an administrator, and AWS's stand-in. */
export async function home(name: string) {
  const command = await commandIn(name);
  const { folder, file } = command;
  const standIn = await startStandIn();
  const { account, endpoint } = standIn;
  const alice = account.addUser('alice');
  const admin = account.addUser('admin');
  const root = account.addUser('root');
  const tool = `2faa aws session --endpoint-url ${endpoint}`;
  await writeFile(
    file('config'),
    `[profile alice-mfa]
credential_process = ${tool} --profile alice
[profile loop]
credential_process = ${tool} --profile loop
[profile role]
role_arn = arn:aws:iam::123456789012:role/Admin
source_profile = alice-mfa
`,
  );
  await writeFile(
    file('credentials'),
    Object.entries({ alice, admin, root })
      .map(
        ([user, { accessKeyId, secret }]) =>
          `[${user}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secret}\n`,
      )
      .join(''),
  );
  await writeFile(file('2faa'), `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`, {
    mode: 0o755,
  });
  await writeFile(file('passphrase'), 'correct horse battery\n', { mode: 0o600 });
  const env: NodeJS.ProcessEnv = {
    HOME: folder,
    PATH: `${folder}${path.delimiter}${process.env.PATH ?? ''}`,
    XDG_CACHE_HOME: file('cache'),
    XDG_STATE_HOME: file('state'),
    TWOFAA_VAULT: file('vault.json'),
    TWOFAA_VAULT_PASSPHRASE_FILE: file('passphrase'),
    AWS_CONFIG_FILE: file('config'),
    AWS_SHARED_CREDENTIALS_FILE: file('credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
  };
  const options = { vault: file('vault.json'), vaultPassphraseFile: file('passphrase') };
  const entries = async (): Promise<readonly Entry[]> => (await openVaultFile(options)).entries;
  return {
    ...command,
    standIn,
    account,
    endpoint,
    env,
    entries,
    /** Puts a device's entry into the vault file. */
    add: async (device: Device): Promise<void> => {
      const entry = new TestVault().add(device);
      const vault = await openVaultFile(options);
      await vault.change(() => ({ result: undefined, changed: [{ entry }] }));
    },
    createVault: () => command.call(['vault', 'create'], { env }),
    /** `2faa aws …` against the stand-in. */
    aws: (...args: string[]) => command.call(['aws', ...args, '--endpoint-url', endpoint], { env }),
    requests: (action: string) => standIn.seen.filter((each) => each.action === action).length,
    close: async () => {
      await standIn.close();
      await command.remove();
    },
  };
}
