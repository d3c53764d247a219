import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getSession } from '../../../../src/cli/aws/session.ts';
import type { Device } from '../../../helpers/aws/device.ts';
import { AwsRefusal } from '../../../helpers/aws/error.ts';
import { referenceBase32 } from '../../../helpers/totp.ts';
import { setUp, type SetUp } from './setup.ts';

let at: SetUp;
let device: Device;

beforeEach(async () => {
  at = await setUp();
  device = at.account.addDevice('alice', 'alice');
  at.vault.add(device);
});

afterEach(() => at.close());

const key = (more: { serial?: string; duration?: number } = {}) => ({
  accessKeyId: at.alice.accessKeyId,
  serial: device.serial,
  duration: 43_200,
  region: 'us-east-1',
  endpoint: at.standIn.endpoint,
  ...more,
});

function session({
  isFresh = false,
  entry,
  ...more
}: { serial?: string; duration?: number; isFresh?: boolean; entry?: string } = {}) {
  const { sts, iam, vault, cache, steps, clock, tell } = at;
  const tools = { getSession: sts.getSession, listDevices: iam.listDevices };
  return getSession(
    { key: key(more), entry, isFresh },
    { ...tools, vault, cache, steps, clock, tell },
  );
}

describe('a session', () => {
  test('is got with the current code, without a wait', async () => {
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = await session();
    expect(at.codes('GetSessionToken')).toEqual([device.code(at.clock.now() / 1000)]);
    expect(at.account.keys.get(accessKeyId)).toMatchObject({
      user: 'alice',
      hasMfa: true,
      secret: secretAccessKey,
      token: sessionToken,
    });
    expect(expiration).toBe(at.clock.now() + 43_200_000);
    expect(at.clock.slept).toBe(0);
    expect(at.told).toEqual([]);
  });

  test('lasts as long as is asked', async () => {
    const { expiration } = await session({ duration: 900 });
    expect(expiration).toBe(at.clock.now() + 900_000);
  });

  test('is kept, readable by its owner alone, and given out again without the vault', async () => {
    const first = await session();
    expect(at.vault.opened).toBe(1);
    expect(await session()).toEqual(first);
    expect(at.vault.opened).toBe(1);
    expect(at.actions()).toEqual(['GetSessionToken']);
    const folder = path.join(at.folder, 'cache');
    const [name = '', ...others] = await readdir(folder);
    expect(others).toEqual([]);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600);
    const text = await readFile(path.join(folder, name), 'utf8');
    expect(name).toMatch(/^[0-9a-f]{32}\.json$/);
    expect(JSON.parse(text)).toEqual({
      Version: 1,
      AccessKeyId: first.accessKeyId,
      SecretAccessKey: first.secretAccessKey,
      SessionToken: first.sessionToken,
      Expiration: new Date(first.expiration).toISOString(),
    });
    expect(text).not.toContain(referenceBase32(device.secret));
    expect(text).not.toContain(at.alice.secret);
  });

  test('is renewed 15 minutes before it ends', async () => {
    const first = await session();
    at.clock.time = first.expiration - 15 * 60_000 - 1;
    expect(await session()).toEqual(first);
    at.clock.time += 1;
    expect(await session()).not.toEqual(first);
  });

  test('of 15 minutes is kept for most of them', async () => {
    const first = await session({ duration: 900 });
    at.clock.time += 11 * 60_000;
    expect(await session({ duration: 900 })).toEqual(first);
    at.clock.time += 60_000;
    expect(await session({ duration: 900 })).not.toEqual(first);
  });

  test('of another duration or another way to the device is another one', async () => {
    const first = await session();
    const others = [await session({ duration: 3600 }), await session({ serial: '' })];
    expect(new Set([first, ...others].map(({ accessKeyId }) => accessKeyId)).size).toBe(3);
    expect(await session()).toEqual(first);
  });

  test('is got anew where that is asked, with the next code', async () => {
    const first = await session();
    const began = at.clock.now();
    expect(await session({ isFresh: true })).not.toEqual(first);
    expect(at.clock.now() - began).toBe(27_000);
    expect(at.told).toEqual([
      'AWS takes each code once, and the current one is used. The next one is there in 27 s.',
    ]);
    expect(at.codes('GetSessionToken')).toEqual([
      device.code(began / 1000),
      device.code(began / 1000 + 30),
    ]);
  });

  test('never sends a code twice, however often it is asked for', async () => {
    for (let times = 0; times < 5; times += 1) await session({ isFresh: true });
    const codes = at.codes('GetSessionToken');
    expect(codes).toHaveLength(5);
    expect(new Set(codes).size).toBe(5);
  });

  test('is got once where several ask at the same time', async () => {
    const all = await Promise.all([session(), session(), session(), session()]);
    expect(new Set(all.map(({ accessKeyId }) => accessKeyId)).size).toBe(1);
    expect(at.actions()).toEqual(['GetSessionToken']);
  });

  test('takes the next code where another program has used the current one', async () => {
    const now = at.clock.now() / 1000;
    await at.sts.getSession(device.serial, device.code(now), 900);
    await session();
    expect(at.codes('GetSessionToken').slice(1)).toEqual([device.code(now), device.code(now + 30)]);
    expect(at.told[0]).toMatch(/did not take this code/);
  });

  test('gives up after two codes, and says what to do', async () => {
    at.vault.kept = [];
    at.vault.add(at.account.addDevice('other', 'bob'), 'alice@company');
    await expect(session()).rejects.toThrow(
      /did not take the code of arn:aws:iam::123456789012:mfa\/alice.*clock.*2faa aws resync.*\(AWS: AccessDenied\)/,
    );
    expect(at.codes('GetSessionToken')).toHaveLength(2);
  });

  test.each(['no-answer', 'done-without-answer'] as const)(
    'does not send a code again that got lost on the way: %s',
    async (fault) => {
      at.standIn.fail('GetSessionToken', fault);
      await session();
      const codes = at.codes('GetSessionToken');
      expect(codes).toHaveLength(2);
      expect(new Set(codes).size).toBe(2);
      expect(at.told[0]).toMatch(/No answer came/);
    },
  );

  test('is given out although it cannot be kept', async () => {
    const { cache } = at;
    const failing = Object.assign(Object.create(cache) as typeof cache, {
      read: cache.read.bind(cache),
      forget: cache.forget.bind(cache),
      write: () => Promise.reject(new Error('no room')),
    });
    at = { ...at, cache: failing };
    expect((await session()).accessKeyId).toMatch(/^ASIA/);
    expect(at.told[0]).toMatch(/cannot be kept/);
  });

  test('is refused where AWS refuses otherwise, after one try', async () => {
    at.standIn.fail('GetSessionToken', new AwsRefusal('InvalidClientTokenId', 403, 'x'));
    await expect(session()).rejects.toThrow(/does not know the access key/);
    expect(at.codes('GetSessionToken')).toHaveLength(1);
  });
});

describe('the device', () => {
  test('is found by asking AWS, where none is named', async () => {
    await session({ serial: '' });
    expect(at.actions()).toEqual(['ListMFADevices', 'GetSessionToken']);
  });

  test('is the one with an entry, among several', async () => {
    at.account.addDevice('phone', 'alice');
    at.vault.kept = [];
    at.vault.add(at.account.addDevice('laptop', 'alice'), 'laptop@company');
    await session({ serial: '' });
    expect(at.codes('GetSessionToken', 'SerialNumber')).toEqual([
      'arn:aws:iam::123456789012:mfa/laptop',
    ]);
  });

  test('can be named in the profile where the keys may not list devices', async () => {
    at.account.users.get('alice')?.add('ListMFADevices');
    await expect(session({ serial: '' })).rejects.toThrow(
      /may not do iam:ListMFADevices[^]*--serial-number, or as mfa_serial/,
    );
    await session();
  });

  test('of another name needs the entry named', async () => {
    at.vault.kept = [];
    at.vault.add(device, 'my own label');
    await expect(session()).rejects.toThrow(
      /no entry for the device alice of account 123456789012. It has: Amazon Web Services my own label. Name one with --entry/,
    );
    await session({ entry: 'own label' });
  });

  test.each([
    ['arn:aws:iam::123456789012:u2f/user/alice/key', /passkey or security key/],
    ['GAHT12345678', /not the ARN of a virtual device/],
  ])('that makes no codes here is refused: %s', async (serial, message) => {
    await expect(session({ serial })).rejects.toThrow(message);
    expect(at.actions()).toEqual([]);
  });

  test('is missing', async () => {
    at.account.devices.clear();
    await expect(session({ serial: '' })).rejects.toThrow(/has no MFA device.*2faa aws enroll/);
  });
});
