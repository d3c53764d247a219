import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { referenceBase32 } from '../../../helpers/totp.ts';
import type { Device } from '../../../helpers/aws/device.ts';
import { home } from './support.ts';

const at = await home('aws-command');
let device: Device;

beforeAll(async () => {
  device = at.account.addDevice('alice', 'alice');
  await at.createVault();
  await at.add(device);
}, 60_000);

afterAll(() => at.close());

describe('2faa aws session', { timeout: 60_000 }, () => {
  test('is one session for processes that ask at the same time', async () => {
    const ask = () => at.aws('session', '--profile', 'alice');
    const all = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(all.map(({ out }) => out)).size).toBe(1);
    expect(all.map(({ status }) => status)).toEqual([0, 0, 0]);
    const { AccessKeyId, ...session } = JSON.parse(all[0].out) as Record<string, unknown>;
    expect(Object.keys(session)).toEqual([
      'Version',
      'SecretAccessKey',
      'SessionToken',
      'Expiration',
    ]);
    expect(at.account.keys.get(String(AccessKeyId))).toMatchObject({ user: 'alice', hasMfa: true });
    expect(at.requests('GetSessionToken')).toBe(1);
  });

  test('needs neither vault nor passphrase while it is kept', async () => {
    const env = { ...at.env, TWOFAA_VAULT: '/nowhere', TWOFAA_VAULT_PASSPHRASE_FILE: '/nowhere' };
    const args = ['aws', 'session', '--profile', 'alice', '--endpoint-url', at.endpoint];
    const { status, error } = await at.call(args, { env });
    expect({ status, error }).toEqual({ status: 0, error: '' });
  });

  test('is what a role is assumed with, by the AWS SDK', async () => {
    for (const [name, value] of Object.entries(at.env)) vi.stubEnv(name, value);
    vi.stubEnv('AWS_ENDPOINT_URL', at.endpoint);
    const { Arn } = await new STSClient({ profile: 'role' })
      .send(new GetCallerIdentityCommand({}))
      .finally(() => vi.unstubAllEnvs());
    expect(Arn).toBe('arn:aws:sts::123456789012:assumed-role/Admin/session');
    expect(at.requests('GetSessionToken')).toBe(1);
    expect(at.requests('AssumeRole')).toBe(1);
  });

  test('leaves no secret of the vault in what it writes', async () => {
    const files = await readdir(at.folder, { recursive: true, withFileTypes: true });
    const written = files.filter(
      (file) => file.isFile() && /cache|state/.test(path.relative(at.folder, file.parentPath)),
    );
    expect(written.length).toBeGreaterThanOrEqual(2);
    for (const { parentPath, name } of written) {
      const text = await readFile(path.join(parentPath, name), 'utf8');
      expect(text).not.toContain(referenceBase32(device.secret));
      expect(text).not.toContain(device.secret.toString('base64'));
      expect(text).not.toContain(device.secret.toString('hex'));
    }
  });

  test('does not call itself for ever', async () => {
    const { status, out, error } = await at.aws('session', '--profile', 'loop');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(error).toMatch(/needs keys itself/);
  });

  test.each([
    [['--duration', '1m'], /15 minutes to 36 hours/],
    [['--format', 'xml'], /Allowed choices/],
    [['--serial'], /unknown option/],
  ])('is told how it is meant: %j', async (args, message) => {
    const { status, out, error } = await at.aws('session', ...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(message);
  });

  test('refuses an address that is none', async () => {
    const { status, error } = await at.call(['aws', 'session', '--endpoint-url', 'here'], at);
    expect(status).toBe(2);
    expect(error).toMatch(/begins with https/);
  });

  test('names the profiles there are', async () => {
    const { status, error } = await at.aws('session', '--profile', 'nobody');
    expect(status).toBe(1);
    expect(error).toMatch(/no profile nobody. There are: .*alice-mfa.*admin/);
  });
});

describe('2faa aws enroll', { timeout: 60_000 }, () => {
  test('turns on MFA for somebody, and the vault has the codes', async () => {
    at.account.addUser('bob');
    const { status, out, error } = await at.aws('enroll', '--profile', 'admin', '--user', 'bob');
    const serial = 'arn:aws:iam::123456789012:mfa/bob';
    expect({ status, out, error }).toEqual({
      status: 0,
      out: `${serial} is on for bob. Its entry is Amazon Web Services bob@123456789012.\n`,
      error: '',
    });
    const made = at.account.devices.get(serial);
    expect(made?.owner).toBe('bob');
    const entry = (await at.entries()).find(({ identity }) => identity?.name === 'bob');
    expect(entry?.status).toBe('active');
    expect(Buffer.from(entry?.otp.secret ?? [])).toEqual(made?.secret);
  });

  test('stopped while AWS makes the device, takes it back', async () => {
    at.account.addUser('carol');
    const { status, error } = await stopped('carol', 'CreateVirtualMFADevice', 'SIGINT');
    expect(status).toBe(1);
    expect(error).toMatch(/^Stopping[^]*Stopped.\nThe device was deleted again/);
    expect(at.account.devices.has('arn:aws:iam::123456789012:mfa/carol')).toBe(false);
    expect(await statusOf('carol')).toBe('trash');
  });

  test('stopped while AWS turns the device on, ends with it on', async () => {
    at.account.addUser('dave');
    const { status } = await stopped('dave', 'EnableMFADevice', 'SIGTERM');
    expect(status).toBe(0);
    expect(at.account.devicesOf('dave')).toHaveLength(1);
    expect(await statusOf('dave')).toBe('active');
  });

  test('killed, goes on at the next call with the same secret', async () => {
    at.account.addUser('erin');
    const { status } = await stopped('erin', 'EnableMFADevice', 'SIGKILL');
    expect(status).toBeNull();
    expect(await statusOf('erin')).toBe('pending');
    // AWS has turned it on, which the process did not live to see.
    expect(at.account.devicesOf('erin')).toHaveLength(1);
    await at.aws('enroll', '--profile', 'admin', '--user', 'erin');
    expect(await statusOf('erin')).toBe('active');
    const [made] = at.account.devicesOf('erin');
    const entry = (await at.entries()).find(({ identity }) => identity?.name === 'erin');
    expect(Buffer.from(entry?.otp.secret ?? [])).toEqual(made?.secret);
  });

  test('is not for the root user', async () => {
    const { status, error } = await at.aws('enroll', '--profile', 'root');
    expect(status).toBe(1);
    expect(error).toMatch(/root user.*console only/);
  });
});

describe('2faa aws resync', { timeout: 60_000 }, () => {
  test('synchronizes the device of a user', async () => {
    at.account.addUser('frank');
    await at.add(at.account.addDevice('frank', 'frank'));
    const { status, out } = await at.aws('resync', '--profile', 'admin', '--user', 'frank');
    expect({ status, out }).toEqual({
      status: 0,
      out: 'AWS is synchronized with arn:aws:iam::123456789012:mfa/frank.\n',
    });
    expect(at.requests('ResyncMFADevice')).toBe(1);
  });
});

/** Enrolls a user and sends the process a signal when AWS gets a request, which is carried out. */
async function stopped(user: string, action: string, signal: NodeJS.Signals) {
  let kill: (() => void) | undefined;
  let noticed: Promise<void> | undefined;
  at.standIn.onRequest = async (seen) => {
    if (seen.action !== action) return;
    kill?.();
    noticed = new Promise((resolve) => setTimeout(resolve, 300));
    await noticed;
  };
  const args = ['aws', 'enroll', '--profile', 'admin', '--user', user];
  try {
    return await at.call([...args, '--endpoint-url', at.endpoint], {
      env: at.env,
      started: (child) => {
        kill = () => child.kill(signal);
      },
    });
  } finally {
    at.standIn.onRequest = undefined;
    await noticed;
  }
}

async function statusOf(user: string): Promise<string | undefined> {
  const found = (await at.entries()).find(({ identity }) => identity?.name === user);
  return found?.deletedAt === undefined ? found?.status : 'trash';
}
