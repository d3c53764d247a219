import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { parseCaller, parseDeviceArn } from '../../../../src/cli/aws/arn.ts';
import { parseDuration } from '../../../../src/cli/aws/duration.ts';
import { formatCredentials } from '../../../../src/cli/aws/session-credentials.ts';

const session = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'abc/def+ghi',
  sessionToken: 'to+ken/==',
  expiration: Date.parse('2030-01-01T12:00:00Z'),
};

test('credential_process gets its JSON', () => {
  expect(JSON.parse(formatCredentials(session, 'process'))).toEqual({
    Version: 1,
    AccessKeyId: 'ASIAEXAMPLE',
    SecretAccessKey: 'abc/def+ghi',
    SessionToken: 'to+ken/==',
    Expiration: '2030-01-01T12:00:00.000Z',
  });
});

test('a shell gets its variables', () => {
  const script = `${formatCredentials(session, 'env')}
    env | grep ^AWS_ | sort`;
  const env = { PATH: process.env.PATH };
  expect(execFileSync('sh', ['-c', script], { env, encoding: 'utf8' })).toBe(
    `AWS_ACCESS_KEY_ID=ASIAEXAMPLE
AWS_CREDENTIAL_EXPIRATION=2030-01-01T12:00:00.000Z
AWS_SECRET_ACCESS_KEY=abc/def+ghi
AWS_SESSION_TOKEN=to+ken/==
`,
  );
});

test.each([
  ['env-no-export', 'AWS_SESSION_TOKEN=to+ken/=='],
  ['powershell', '$Env:AWS_SESSION_TOKEN="to+ken/=="'],
  ['windows-cmd', 'set AWS_SESSION_TOKEN=to+ken/=='],
  ['fish', 'set -gx AWS_SESSION_TOKEN to+ken/=='],
] as const)('%s gets its own', (format, line) => {
  expect(formatCredentials(session, format).split('\n')).toContain(line);
});

test('nothing that a shell could run gets through', () => {
  const bad = { ...session, sessionToken: '$(touch /tmp/x)' };
  expect(() => formatCredentials(bad, 'env')).toThrow(/AWS_SESSION_TOKEN.*--endpoint-url/);
  expect(formatCredentials(bad, 'process')).toContain('$(touch');
});

test.each([
  ['900', 900],
  ['15m', 900],
  ['12h', 43_200],
  ['36h', 129_600],
  ['129600s', 129_600],
  ['899', undefined],
  ['37h', undefined],
  ['1d', undefined],
  ['', undefined],
  ['-900', undefined],
  ['900.5', undefined],
])('a duration of %s is %s seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each([
  ['arn:aws:iam::123456789012:mfa/alice', 'aws', 'alice'],
  ['arn:aws-us-gov:iam::123456789012:mfa/team/a.b@c', 'aws-us-gov', 'a.b@c'],
  ['arn:aws-cn:iam::123456789012:mfa/x', 'aws-cn', 'x'],
])('the ARN of a device is taken apart: %s', (arn, partition, name) => {
  expect(parseDeviceArn(arn)).toEqual({ partition, accountId: '123456789012', name });
});

test.each([
  '',
  'GAHT12345678',
  'arn:aws:iam::123456789012:u2f/user/alice/key',
  'arn:aws:iam::12345:mfa/alice',
  'arn:aws:iam::123456789012:mfa/',
  'arn:aws:iam::123456789012:mfa/a b',
])('what is no ARN of a virtual device is none: %s', (arn) => {
  expect(parseDeviceArn(arn)).toBeUndefined();
});

test('who calls is read from the ARN', () => {
  const accountId = '123456789012';
  const of = (resource: string, service = 'iam') =>
    parseCaller(`arn:aws:${service}::${accountId}:${resource}`);
  const known = { partition: 'aws', accountId };
  expect(of('user/team/alice')).toEqual({ ...known, user: 'alice', isRoot: false });
  expect(of('root')).toEqual({ ...known, user: undefined, isRoot: true });
  expect(of('assumed-role/Admin/session', 'sts')).toEqual({
    ...known,
    user: undefined,
    isRoot: false,
  });
  expect(parseCaller('nobody')).toBeUndefined();
});
