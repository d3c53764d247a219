import { referenceBase32 } from '../totp.ts';
import { ACCOUNT_ID, arnOf, type Account, type Identity, type Session } from './account.ts';
import type { Device } from './device.ts';
import { AwsRefusal } from './error.ts';

/** Carries out a request and gives the content of its result as XML. */
type Action = (account: Account, by: Identity, input: (name: string) => string) => string;

const EPOCH = '2020-01-01T00:00:00Z';

export const STS_ACTIONS: Readonly<Record<string, Action>> = {
  GetCallerIdentity: (_, by) =>
    tag('Arn', arnOf(by)) + tag('UserId', 'AIDAEXAMPLE') + tag('Account', ACCOUNT_ID),
  GetSessionToken: (account, by, input) =>
    credentials(
      account.getSession(
        by,
        input('SerialNumber'),
        input('TokenCode'),
        Number(input('DurationSeconds') || '43200'),
      ),
    ),
  AssumeRole: (account, by, input) =>
    credentials(account.assumeRole(by, input('RoleArn'))) +
    tag(
      'AssumedRoleUser',
      tag('AssumedRoleId', 'AROAEXAMPLE:session') +
        tag('Arn', arnOf({ user: by.user, role: input('RoleArn') })),
    ),
};

export const IAM_ACTIONS: Readonly<Record<string, Action>> = {
  GetUser: (account, by, input) =>
    tag('User', userXml(known(account, input('UserName') || by.user))),
  ListMFADevices: (account, by, input) => {
    const user = input('UserName') || by.user;
    return list(
      'MFADevices',
      account.listOf(user),
      (device) =>
        tag('UserName', user) + tag('SerialNumber', device.serial) + tag('EnableDate', EPOCH),
    );
  },
  ListVirtualMFADevices: (account, _, input) => {
    const wanted = input('AssignmentStatus') || 'Any';
    const devices = [...account.devices.values()].filter(
      ({ owner }) => wanted === 'Any' || (owner !== undefined) === (wanted === 'Assigned'),
    );
    return list(
      'VirtualMFADevices',
      devices,
      ({ serial, owner }) =>
        tag('SerialNumber', serial) + (owner === undefined ? '' : tag('User', userXml(owner))),
    );
  },
  CreateVirtualMFADevice: (account, _, input) => {
    const { serial, secret } = account.create(input('VirtualMFADeviceName'));
    return tag(
      'VirtualMFADevice',
      tag('SerialNumber', serial) +
        tag('Base32StringSeed', Buffer.from(referenceBase32(secret)).toString('base64')) +
        tag('QRCodePNG', Buffer.from('a picture').toString('base64')),
    );
  },
  EnableMFADevice: (account, by, input) => {
    const codes = [input('AuthenticationCode1'), input('AuthenticationCode2')] as const;
    account.enable(by, input('UserName'), input('SerialNumber'), ...codes);
    return '';
  },
  ResyncMFADevice: (account, _, input) => {
    const codes = [input('AuthenticationCode1'), input('AuthenticationCode2')] as const;
    account.resync(input('UserName'), input('SerialNumber'), ...codes);
    return '';
  },
  DeactivateMFADevice: (account, by, input) => {
    account.deactivate(by, input('UserName') || by.user, input('SerialNumber'));
    return '';
  },
  DeleteVirtualMFADevice: (account, _, input) => {
    account.delete(input('SerialNumber'));
    return '';
  },
};

function credentials({ accessKeyId, secret, token, ends }: Session): string {
  return tag(
    'Credentials',
    tag('AccessKeyId', accessKeyId) +
      tag('SecretAccessKey', secret) +
      tag('SessionToken', token) +
      tag('Expiration', new Date(ends * 1000).toISOString()),
  );
}

function known(account: Account, user: string): string {
  if (account.users.has(user)) return user;
  throw new AwsRefusal('NoSuchEntity', 404, `The user with name ${user} cannot be found.`);
}

function userXml(user: string): string {
  return (
    tag('Path', '/') +
    tag('UserName', user) +
    tag('UserId', 'AIDAEXAMPLE') +
    tag('Arn', arnOf({ user })) +
    tag('CreateDate', EPOCH)
  );
}

function list(
  name: string,
  devices: readonly Device[],
  member: (device: Device) => string,
): string {
  return (
    tag(name, devices.map((device) => tag('member', member(device))).join('')) +
    tag('IsTruncated', 'false')
  );
}

/** Takes content that is XML already, or text that needs no escapes. */
export function tag(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}
