import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resync } from '../../../../src/cli/aws/resync.ts';
import { tryCode } from '../../../../src/cli/aws/try-code.ts';
import { RefusedError } from '../../../../src/cli/errors.ts';
import type { Device } from '../../../helpers/aws/device.ts';
import { AwsRefusal } from '../../../helpers/aws/error.ts';
import { setUp, type SetUp } from './setup.ts';

let at: SetUp;
let device: Device;
let stop: AbortController;

beforeEach(async () => {
  at = await setUp();
  device = at.account.addDevice('alice', 'alice');
  stop = new AbortController();
});

afterEach(() => at.close());

function chosen() {
  const { otp } = at.vault.add(device);
  if (otp.type !== 'totp') throw new Error('no time-based entry');
  return { serial: device.serial, otp };
}

const tools = () => ({ ...at, stop: stop.signal, getSession: at.sts.getSession });
const run = () => resync('alice', chosen(), tools());

describe('synchronizing', () => {
  test('sends two codes in a row, and none again', async () => {
    const now = at.clock.now() / 1000;
    await run();
    expect(at.codes('ResyncMFADevice', 'AuthenticationCode1')).toEqual([device.code(now - 30)]);
    expect(at.codes('ResyncMFADevice', 'AuthenticationCode2')).toEqual([device.code(now)]);
    await run();
    expect(at.codes('ResyncMFADevice', 'AuthenticationCode1')[1]).toBe(device.code(now + 30));
    expect(at.codes('ResyncMFADevice', 'AuthenticationCode2')[1]).toBe(device.code(now + 60));
  });

  test('makes AWS take the codes of a clock that is off', async () => {
    const ahead = 5 * 60_000;
    const { sts, steps } = at;
    const early = (seconds: number) => device.code(seconds + ahead / 1000);
    const seconds = at.clock.now() / 1000;
    await expect(sts.getSession(device.serial, early(seconds), 900)).rejects.toThrow(
      /one time pass/,
    );
    const clock = { now: () => at.clock.now() + ahead, sleep: at.clock.sleep };
    await resync('alice', chosen(), { ...tools(), steps, clock });
    await sts.getSession(device.serial, early(seconds + 30), 900);
  });

  test('says what to do where AWS takes neither pair', async () => {
    at.standIn.fail('ResyncMFADevice', new AwsRefusal('InvalidAuthenticationCode', 403, 'x'));
    at.standIn.fail('ResyncMFADevice', new AwsRefusal('InvalidAuthenticationCode', 403, 'x'));
    await expect(run()).rejects.toThrow(/did not take the two codes.*another secret/);
  });

  test('says so where the device is not of the user', async () => {
    at.account.addUser('bob');
    await expect(resync('bob', chosen(), tools())).rejects.toThrow(
      /bob, or .* is no device of that user/,
    );
  });

  test('can be stopped while it waits', async () => {
    at.standIn.fail('ResyncMFADevice', new AwsRefusal('InvalidAuthenticationCode', 403, 'x'));
    at.clock.onSleep = () => {
      stop.abort(new RefusedError('Stopped.'));
    };
    await expect(run()).rejects.toThrow('Stopped.');
    expect(at.codes('ResyncMFADevice')).toHaveLength(1);
  });
});

describe('trying a code after enrolling', () => {
  test('goes on while AWS does not know the device yet', async () => {
    device.enabledAt = at.clock.now() / 1000;
    at.account.propagation = 14;
    expect(await tryCode(chosen(), tools())).toBe(true);
    expect(at.codes('GetSessionToken')).toHaveLength(2);
    expect(at.codes('GetSessionToken', 'DurationSeconds')).toEqual(['900', '900']);
  });

  test('gives up after three codes, and says what to do', async () => {
    at.account.propagation = 1000;
    device.enabledAt = at.clock.now() / 1000;
    await expect(tryCode(chosen(), tools())).rejects.toThrow(
      /is on and its entry is in the vault.*resync/,
    );
    expect(at.codes('GetSessionToken')).toHaveLength(3);
  });

  test('can be stopped', async () => {
    await at.steps.claim(device.serial, Math.floor(at.clock.now() / 30_000), 0);
    at.clock.onSleep = () => {
      stop.abort(new RefusedError('Stopped.'));
    };
    expect(await tryCode(chosen(), tools())).toBe(false);
    expect(at.codes('GetSessionToken')).toEqual([]);
  });
});
