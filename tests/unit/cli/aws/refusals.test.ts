import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectSts } from '../../../../src/cli/aws/sts.ts';
import {
  errorCode,
  explain,
  isRefusedCode,
  isUncertain,
  isUnknownDevice,
} from '../../../../src/cli/aws/refusals.ts';
import { RefusedError } from '../../../../src/cli/errors.ts';
import {
  AwsRefusal,
  CANNOT_VALIDATE,
  INVALID_CODE,
  NEEDS_MFA,
} from '../../../helpers/aws/error.ts';
import { setUp, type SetUp } from './setup.ts';

const asked = { serial: 'arn:aws:iam::123456789012:mfa/phone', user: 'alice' };

let at: SetUp;
beforeAll(async () => {
  at = await setUp();
});
afterAll(() => at.close());
beforeEach(() => {
  at.standIn.seen.length = 0;
});

/** What the SDK makes of an answer of AWS. */
async function failure(
  refusal: AwsRefusal | 'no-answer',
  service: 'sts' | 'iam',
): Promise<unknown> {
  const action = service === 'sts' ? 'GetSessionToken' : 'EnableMFADevice';
  at.standIn.fail(action, refusal);
  const running =
    service === 'sts'
      ? at.sts.getSession(asked.serial, '123456', 900)
      : at.iam.enableDevice('alice', asked.serial, ['123456', '234567']);
  return running.then(
    () => undefined,
    (error: unknown) => error,
  );
}

const denial = (action: string, why = 'because no identity-based policy allows it') =>
  `User: arn:aws:iam::123456789012:user/alice is not authorized to perform: ${action} on resource: x ${why}`;

describe('what AWS says, and what to do', () => {
  test.each<['sts' | 'iam', string, number, string, RegExp]>([
    [
      'sts',
      'AccessDenied',
      403,
      INVALID_CODE,
      /did not take the code of .*mfa\/phone.*once.*clock.*2faa aws resync/,
    ],
    [
      'sts',
      'AccessDenied',
      403,
      CANNOT_VALIDATE,
      /does not know .*mfa\/phone as a device of the user.*ARN.*get-caller-identity.*wait three minutes/,
    ],
    [
      'sts',
      'AccessDenied',
      403,
      'Cannot call GetSessionToken with session credentials',
      /long-term keys of an IAM user/,
    ],
    ['iam', 'AccessDenied', 403, NEEDS_MFA, /alice has a device already.*credential_process/],
    [
      'iam',
      'AccessDenied',
      403,
      denial('iam:CreateVirtualMFADevice'),
      /--device-name alice.*mfa\/\*/,
    ],
    [
      'iam',
      'AccessDenied',
      403,
      denial('iam:DeleteVirtualMFADevice', 'with an explicit deny in an identity-based policy'),
      /not to change the policy.*administrator delete/,
    ],
    [
      'iam',
      'AccessDenied',
      403,
      denial('iam:EnableMFADevice'),
      /may not do iam:EnableMFADevice.*administrator/,
    ],
    ['iam', 'AccessDenied', 403, 'Something new.', /AWS refused: Something new\./],
    [
      'iam',
      'InvalidAuthenticationCode',
      403,
      'x',
      /did not take the two codes for .*mfa\/phone.*clock/,
    ],
    [
      'iam',
      'EntityAlreadyExists',
      409,
      'x',
      /already.*--device-name.*delete-virtual-mfa-device --serial-number arn:aws:iam::123456789012:mfa\/phone/,
    ],
    [
      'iam',
      'EntityTemporarilyUnmodifiable',
      409,
      'x',
      /alice was changed a moment ago.*some minutes/,
    ],
    ['iam', 'ConcurrentModification', 409, 'x', /at once.*try again/],
    ['iam', 'LimitExceeded', 409, 'x', /eight.*Remove one of alice/],
    ['iam', 'NoSuchEntity', 404, 'x', /does not know alice/],
    ['iam', 'ServiceFailure', 500, 'x', /failed by itself/],
    ['iam', 'InternalFailure', 503, 'x', /failed by itself/],
    ['iam', 'Throttling', 400, 'x', /too many requests/],
    [
      'sts',
      'InvalidClientTokenId',
      403,
      'x',
      /does not know the access key.*GovCloud or China its region/,
    ],
    ['sts', 'SignatureDoesNotMatch', 403, 'x', /secret access key.*clock/],
    ['sts', 'ExpiredToken', 403, 'x', /session of this profile has ended/],
    ['sts', 'RequestExpired', 400, 'x', /clock of this computer/],
    ['sts', 'ValidationError', 400, 'The value is invalid.', /AWS refused: The value is invalid\./],
  ])('%s %s', async (service, code, status, message, sentence) => {
    const error = await failure(new AwsRefusal(code, status, message), service);
    expect(errorCode(error)).toBe(code);
    const explained = explain(error, asked);
    expect(explained).toBeInstanceOf(RefusedError);
    expect(explained.message).toMatch(sentence);
    expect(explained.message).toContain(`(AWS: ${code})`);
    expect(explained.message).not.toContain('123456 ');
    expect(isUncertain(error)).toBe(status >= 500);
  });

  test('codes that were refused are told from devices that are not known', async () => {
    const code = await failure(new AwsRefusal('AccessDenied', 403, INVALID_CODE), 'sts');
    const unknown = await failure(new AwsRefusal('AccessDenied', 403, CANNOT_VALIDATE), 'sts');
    const pair = await failure(new AwsRefusal('InvalidAuthenticationCode', 403, 'x'), 'iam');
    expect([code, unknown, pair].map(isRefusedCode)).toEqual([true, false, true]);
    expect([code, unknown, pair].map(isUnknownDevice)).toEqual([false, true, false]);
  });

  test('an answer that did not come may have been a yes', async () => {
    const error = await failure('no-answer', 'iam');
    expect(isUncertain(error)).toBe(true);
    expect(explain(error, asked).message).toMatch(
      /cannot be reached \(ECONNRESET\).*--endpoint-url/,
    );
    expect(at.actions()).toEqual(['EnableMFADevice']);
  });

  test('an address that is not there is said to be so', async () => {
    const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'x' };
    const sts = connectSts({ region: 'us-east-1', endpoint: 'http://127.0.0.1:9', credentials });
    const error: unknown = await sts
      .getSession(asked.serial, '123456', 900)
      .catch((e: unknown) => e);
    expect(explain(error).message).toMatch(/cannot be reached \(ECONNREFUSED\)/);
  });

  test('refusals of our own stay as they are', () => {
    const refusal = new RefusedError('Ours.');
    expect(explain(refusal)).toBe(refusal);
    expect(isUncertain(refusal)).toBe(false);
  });
});
