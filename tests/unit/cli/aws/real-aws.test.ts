import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Device } from '../../../helpers/aws/device.ts';
import { home } from './support.ts';

/** Debian's `awscli`, or any other; tests with it are skipped where there is none. */
const version = spawnSync('aws', ['--version'], { encoding: 'utf8' });
const hasAws = version.status === 0;

const { account, add, close, createVault, endpoint, env, requests } = await home('real-aws');
let device: Device;

beforeAll(async () => {
  device = account.addDevice('alice', 'alice');
  await createVault();
  await add(device);
}, 60_000);

afterAll(close);

/** Runs a line as a person types it. */
async function shell(line: string) {
  const child = spawn('sh', ['-c', line], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const status = new Promise((resolve) => child.on('close', resolve));
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, out, error };
}

const IDENTITY = `sts get-caller-identity --query Arn --output text --endpoint-url ${endpoint}`;
const ALICE = { status: 0, out: 'arn:aws:iam::123456789012:user/alice\n', error: '' };

describe.skipIf(!hasAws)('with the aws command', { timeout: 120_000 }, () => {
  test('a profile with credential_process works, and asks for one session', async () => {
    expect(await shell(`aws ${IDENTITY} --profile alice-mfa`)).toEqual(ALICE);
    expect(await shell(`aws ${IDENTITY} --profile alice-mfa`)).toEqual(ALICE);
    expect(requests('GetSessionToken')).toBe(1);
    const used = account.keys.values().filter(({ token }) => token !== undefined);
    expect([...used]).toMatchObject([{ user: 'alice', hasMfa: true }]);
  });

  test('variables for a shell work', async () => {
    const line = `eval "$(2faa aws session --profile alice --format env --endpoint-url ${endpoint})"`;
    const seen = await shell(`${line}; test -n "$AWS_SESSION_TOKEN" && aws ${IDENTITY}`);
    expect(seen).toEqual(ALICE);
  });

  test('get-session-token takes the code that 2faa prints', async () => {
    // A device of its own: the code of this step went into the session above.
    const other = account.addDevice('phone', 'alice');
    await add(other);
    const { status, out, error } = await shell(
      `aws sts get-session-token --profile alice --serial-number ${other.serial} --token-code "$(2faa code phone)" --endpoint-url ${endpoint}`,
    );
    expect({ status, error }).toEqual({ status: 0, error: '' });
    const { Credentials: session } = JSON.parse(out) as { Credentials: { AccessKeyId: string } };
    expect(account.keys.get(session.AccessKeyId)).toMatchObject({ user: 'alice', hasMfa: true });
  });

  test('what went wrong reaches the person through the aws command', async () => {
    const { status, error } = await shell(`aws ${IDENTITY} --profile loop`);
    expect(status).not.toBe(0);
    expect(error).toMatch(/needs keys itself. Name a profile with the long-term keys/);
  });
});
