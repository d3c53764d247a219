import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enroll } from '../../../../src/cli/aws/enroll.ts';
import { connectIam } from '../../../../src/cli/aws/iam.ts';
import { RefusedError } from '../../../../src/cli/errors.ts';
import { ACCOUNT_ID } from '../../../helpers/aws/account.ts';
import { AwsRefusal } from '../../../helpers/aws/error.ts';
import { referenceBase32 } from '../../../helpers/totp.ts';
import { setUp, type SetUp } from './setup.ts';

const SERIAL = `arn:aws:iam::${ACCOUNT_ID}:mfa/alice`;

let at: SetUp;
let stop: AbortController;

beforeEach(async () => {
  at = await setUp();
  stop = new AbortController();
});

afterEach(() => at.close());

function order({ user = 'alice', deviceName = 'alice' } = {}) {
  const caller = { partition: 'aws', accountId: ACCOUNT_ID, user: 'alice', isRoot: false };
  return { user, deviceName, caller };
}

function run(more: { user?: string; deviceName?: string } = {}) {
  return enroll(order(more), { ...at, stop: stop.signal });
}

/** Why it was refused. */
async function refusal(running = run()): Promise<string> {
  const error: unknown = await running.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RefusedError)) throw new Error(`Not refused: ${String(error)}`);
  return error.message;
}

const device = () => at.account.devices.get(SERIAL);
const entries = () => at.vault.kept.map(({ entry }) => entry);
const statuses = () =>
  entries().map(({ status, deletedAt }) => (deletedAt === undefined ? status : 'trash'));

describe('enrolling', () => {
  test('turns a device on with the last and the current code, without a wait', async () => {
    const now = at.clock.now() / 1000;
    const { serial, entry } = await run();
    expect(serial).toBe(SERIAL);
    expect(device()).toMatchObject({ owner: 'alice' });
    expect(at.actions()).toEqual(['CreateVirtualMFADevice', 'EnableMFADevice', 'ListMFADevices']);
    expect(at.codes('EnableMFADevice', 'AuthenticationCode1')).toEqual([device()?.code(now - 30)]);
    expect(at.codes('EnableMFADevice', 'AuthenticationCode2')).toEqual([device()?.code(now)]);
    expect(at.clock.slept).toBe(0);
    expect(statuses()).toEqual(['active']);
    expect(entry.otp).toMatchObject({
      issuer: 'Amazon Web Services',
      account: `alice@${ACCOUNT_ID}`,
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    });
    expect(entries()[0]).toMatchObject({
      guide: 'aws-mfa',
      identity: { kind: 'iam', name: 'alice' },
    });
    expect(Buffer.from(entry.otp.secret)).toEqual(device()?.secret);
  });

  test('stores the secret before AWS gets a code', async () => {
    let stored: Uint8Array | undefined;
    at.standIn.onRequest = ({ action }) => {
      if (action === 'EnableMFADevice') stored = entries()[0]?.otp.secret.slice();
    };
    await run();
    expect(stored && Buffer.from(stored)).toEqual(device()?.secret);
  });

  test('opens the vault before it makes anything', async () => {
    at.vault.entries = () => Promise.reject(new RefusedError('That passphrase does not open it.'));
    expect(await refusal()).toBe('That passphrase does not open it.');
    expect(at.actions()).toEqual([]);
  });

  test('takes the codes as the manuals have it, where AWS does not take them at once', async () => {
    at.standIn.fail('EnableMFADevice', new AwsRefusal('InvalidAuthenticationCode', 403, 'x'));
    const began = at.clock.now() / 1000;
    await run();
    expect(at.codes('EnableMFADevice', 'AuthenticationCode1')[1]).toBe(device()?.code(began + 30));
    expect(at.codes('EnableMFADevice', 'AuthenticationCode2')[1]).toBe(device()?.code(began + 60));
    expect(at.clock.slept).toBe(57_000);
    expect(at.told).toEqual([
      'AWS did not take these two codes. Trying the next two; this takes up to a minute.',
      expect.stringContaining('in 27 s'),
      expect.stringContaining('in 30 s'),
    ]);
    expect(statuses()).toEqual(['active']);
  });

  test('waits until AWS lists the device', async () => {
    let looks = 0;
    const { listDevices } = at.iam;
    const iam = {
      ...at.iam,
      listDevices: async (user?: string) => ((looks += 1) < 3 ? [] : listDevices(user)),
    };
    await enroll(order(), { ...at, iam, stop: stop.signal });
    expect(looks).toBe(3);
    expect(at.clock.slept).toBe(4_000);
    expect(statuses()).toEqual(['active']);
  });

  test('says so where AWS never lists it, and loses nothing', async () => {
    const iam = { ...at.iam, listDevices: () => Promise.resolve([]) };
    const running = enroll(order(), { ...at, iam, stop: stop.signal });
    expect(await refusal(running)).toMatch(/does not list .*pending. Run the same command again/);
    expect(statuses()).toEqual(['pending']);
    await run();
    expect(statuses()).toEqual(['active']);
  });

  test('is done without a look where the keys may not list devices', async () => {
    at.account.users.get('alice')?.add('ListMFADevices');
    await run();
    expect(at.told).toEqual([expect.stringContaining('was not checked')]);
    expect(statuses()).toEqual(['active']);
  });

  test('works for somebody else', async () => {
    at.account.addUser('bob');
    await run({ user: 'bob', deviceName: 'bob-2faa' });
    expect(at.account.devicesOf('bob').map(({ serial }) => serial)).toEqual([
      `arn:aws:iam::${ACCOUNT_ID}:mfa/bob-2faa`,
    ]);
    expect(entries()[0]?.identity).toEqual({ kind: 'iam', name: 'bob' });
  });

  test('says nothing of the secret', async () => {
    at.standIn.fail('EnableMFADevice', new AwsRefusal('InvalidAuthenticationCode', 403, 'x'));
    at.standIn.fail('EnableMFADevice', new AwsRefusal('InvalidAuthenticationCode', 403, 'x'));
    const said = [await refusal(), ...at.told].join('\n');
    const [entry] = entries();
    expect(entry?.otp.secret.length).toBe(40);
    expect(said).not.toContain(referenceBase32(entry?.otp.secret ?? new Uint8Array(1)));
    expect(said).not.toMatch(/\b\d{6}\b/);
  });
});

describe('an enrollment that fails', () => {
  const refusals: [string, AwsRefusal, RegExp][] = [
    [
      'AccessDenied',
      new AwsRefusal(
        'AccessDenied',
        403,
        'User: x is not authorized to perform: iam:EnableMFADevice on resource: y',
      ),
      /may not do iam:EnableMFADevice/,
    ],
    ['LimitExceeded', new AwsRefusal('LimitExceeded', 409, 'x'), /eight for each user/],
    [
      'EntityTemporarilyUnmodifiable',
      new AwsRefusal('EntityTemporarilyUnmodifiable', 409, 'x'),
      /Try again after some minutes/,
    ],
    ['ConcurrentModification', new AwsRefusal('ConcurrentModification', 409, 'x'), /Wait a moment/],
    ['NoSuchEntity', new AwsRefusal('NoSuchEntity', 404, 'x'), /does not know alice/],
    ['ServiceFailure', new AwsRefusal('ServiceFailure', 500, 'x'), /failed by itself/],
  ];

  test.each(refusals)('at %s takes the device back and says so', async (_, fault, message) => {
    at.standIn.fail('EnableMFADevice', fault);
    const said = await refusal();
    expect(said).toMatch(message);
    expect(said).toMatch(/\nThe device was deleted again, and its entry is in the trash\.$/);
    expect(device()).toBeUndefined();
    expect(statuses()).toEqual(['trash']);
  });

  test('at two pairs that AWS does not take, too', async () => {
    at.standIn.fail('EnableMFADevice', new AwsRefusal('InvalidAuthenticationCode', 403, 'x'));
    at.standIn.fail('EnableMFADevice', new AwsRefusal('InvalidAuthenticationCode', 403, 'x'));
    expect(await refusal()).toMatch(/did not take the two codes[^]*deleted again/);
    expect(device()).toBeUndefined();
  });

  test('says what is left where it cannot take it back, and a second call goes on', async () => {
    at.standIn.fail('EnableMFADevice', new AwsRefusal('ServiceFailure', 500, 'x'));
    at.account.users.get('alice')?.add('DeleteVirtualMFADevice');
    expect(await refusal()).toMatch(
      /failed by itself[^]*\nLeft: arn:aws:iam::123456789012:mfa\/alice, and its secret as a pending entry in the vault/,
    );
    expect(statuses()).toEqual(['pending']);
    const secret = device()?.secret;
    await run();
    expect(statuses()).toEqual(['active']);
    expect(device()).toMatchObject({ owner: 'alice', secret });
    expect(at.told[0]).toMatch(/made by an earlier call/);
  });

  test('says that its entry is left where that cannot go to the trash', async () => {
    at.standIn.fail('EnableMFADevice', new AwsRefusal('ServiceFailure', 500, 'x'));
    at.vault.trash = () => Promise.reject(new RefusedError('no room'));
    expect(await refusal()).toMatch(
      /deleted again. Left: its entry in the vault, alice@123456789012/,
    );
    expect(device()).toBeUndefined();
  });

  test('goes well all the same where only the answer was lost', async () => {
    at.standIn.fail('EnableMFADevice', 'done-without-answer');
    await run();
    expect(device()).toMatchObject({ owner: 'alice' });
    expect(statuses()).toEqual(['active']);
  });

  test('before anything is stored deletes the device', async () => {
    at.vault.failure = new RefusedError('The disk is full.');
    expect(await refusal()).toBe('The disk is full.\nThe device was deleted again.');
    expect(device()).toBeUndefined();
  });

  test('before anything is stored says that a device is left, where it cannot be deleted', async () => {
    at.vault.failure = new RefusedError('The disk is full.');
    at.account.users.get('alice')?.add('DeleteVirtualMFADevice');
    expect(await refusal()).toMatch(
      /disk is full.\nLeft: .*mfa\/alice, without its secret. Delete it/,
    );
  });

  test('while the device is made says that it may be there', async () => {
    at.standIn.fail('CreateVirtualMFADevice', 'done-without-answer');
    expect(await refusal()).toMatch(
      /cannot be reached.*mfa\/alice may have been made all the same/,
    );
    expect(at.codes('CreateVirtualMFADevice', 'VirtualMFADeviceName')).toEqual(['alice']);
    expect(await refusal()).toMatch(/belongs to nobody/);
  });

  test('for want of rights names the older policy', async () => {
    at.account.users.get('alice')?.add('CreateVirtualMFADevice');
    expect(await refusal(run({ deviceName: 'phone' }))).toMatch(
      /may not create .*mfa\/phone. Older policies.*--device-name alice/,
    );
    expect(entries()).toEqual([]);
  });

  test('for a second device with long-term keys says to use a session', async () => {
    at.account.addDevice('first', 'alice');
    const said = await refusal(run({ deviceName: 'second' }));
    expect(said).toMatch(/has a device already.*credential_process = 2faa aws session/);
    expect(said).toMatch(/deleted again/);
  });

  test('for a second device works in a session with MFA', async () => {
    const first = at.account.addDevice('first', 'alice');
    const code = first.code(at.clock.now() / 1000);
    const { expiration, ...keys } = await at.sts.getSession(first.serial, code, 900);
    expect(expiration).toBeGreaterThan(at.clock.now());
    const { endpoint } = at.standIn;
    const iam = connectIam({ region: 'us-east-1', endpoint, credentials: keys });
    await enroll(order({ deviceName: 'second' }), { ...at, iam, stop: stop.signal });
    expect(at.account.devicesOf('alice')).toHaveLength(2);
  });
});

describe('a device that is there already', () => {
  test('and belongs to nobody is named, with the way to delete it', async () => {
    at.account.create('alice');
    expect(await refusal()).toMatch(
      /belongs to nobody: a set-up was canceled. Choose another --device-name, or delete it with: aws iam delete-virtual-mfa-device --serial-number arn:aws:iam::123456789012:mfa\/alice \(AWS: EntityAlreadyExists\)/,
    );
    expect(device()).toBeDefined();
  });

  test('and is in use is not to be deleted', async () => {
    at.account.addDevice('alice', 'bob');
    const said = await refusal();
    expect(said).toMatch(/is in use. Choose another --device-name/);
    expect(said).not.toMatch(/delete/);
  });

  test('is not looked at where the keys may not', async () => {
    at.account.create('alice');
    at.account.users.get('alice')?.add('ListVirtualMFADevices');
    expect(await refusal()).toMatch(/There is a device .* already/);
  });

  test('with another secret than the entry stays as it is, and so does the entry', async () => {
    at.standIn.fail('EnableMFADevice', new AwsRefusal('ServiceFailure', 500, 'x'));
    at.account.users.get('alice')?.add('DeleteVirtualMFADevice');
    await refusal();
    at.account.devices.clear();
    at.account.create('alice');
    at.account.users.get('alice')?.clear();
    expect(await refusal()).toMatch(
      /did not take the two codes[^]*stays as it was, and so does its entry/,
    );
    expect(device()).toBeDefined();
    expect(statuses()).toEqual(['pending']);
  });
});

describe('stopping', () => {
  /** Stops at the n-th thing that happens: a request that comes in, or a look at the clock. */
  async function stopAt(moment: number): Promise<boolean> {
    let happened = 0;
    const happens = (): void => {
      if ((happened += 1) === moment) stop.abort(new RefusedError('Stopped.'));
    };
    at.standIn.onRequest = happens;
    at.clock.onSleep = happens;
    // The long way, with waits.
    at.standIn.fail('EnableMFADevice', new AwsRefusal('InvalidAuthenticationCode', 403, 'x'));
    await run().catch((error: unknown) => {
      expect(error).toBeInstanceOf(RefusedError);
    });
    return stop.signal.aborted;
  }

  test('at any moment leaves a device that is on with its entry, or neither', async () => {
    const ends = new Set<string>();
    for (let moment = 1; await stopAt(moment); moment += 1) {
      const owner = device()?.owner ?? (device() === undefined ? 'gone' : 'nobody');
      ends.add(`${owner} ${statuses().join()}`);
      if (owner === 'alice') {
        expect(Buffer.from(entries()[0]?.otp.secret ?? [])).toEqual(device()?.secret);
      }
      await at.close();
      at = await setUp();
      stop = new AbortController();
    }
    expect([...ends].sort()).toEqual(['alice active', 'gone trash']);
  });

  test('before the device is made changes nothing', async () => {
    stop.abort(new RefusedError('Stopped.'));
    expect(await refusal()).toBe('Stopped; nothing was changed.');
    expect(at.actions()).toEqual([]);
  });

  test('says what is left where the device cannot be deleted', async () => {
    at.account.users.get('alice')?.add('DeleteVirtualMFADevice');
    at.standIn.onRequest = () => {
      stop.abort(new RefusedError('Stopped.'));
    };
    expect(await refusal()).toMatch(
      /^Stopped.\nLeft: .*mfa\/alice, and its secret as a pending entry/,
    );
    stop = new AbortController();
    at.standIn.onRequest = undefined;
    await run();
    expect(statuses()).toEqual(['active']);
  });
});
