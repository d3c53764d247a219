import { randomBytes } from 'node:crypto';
import { referenceBase32 } from '../totp.ts';
import { Device } from './device.ts';
import { AwsRefusal, CANNOT_VALIDATE, NEEDS_MFA, noSuchUser } from './error.ts';

export const ACCOUNT_ID = '123456789012';

/** Who signs requests with a key: a user, by a long-term key or by a session. */
export interface Identity {
  readonly user: string;
  readonly secret: string;
  /** With sessions only. */
  readonly token?: string;
  readonly hasMfa: boolean;
  /** With an assumed role only. */
  readonly role?: string;
  /** Seconds; sessions only. */
  readonly ends?: number;
}

export interface Session {
  readonly accessKeyId: string;
  readonly secret: string;
  readonly token: string;
  readonly ends: number;
}

/** One account of AWS: its users, their keys and devices, and what each call does to them. */
export class Account {
  readonly devices = new Map<string, Device>();
  readonly keys = new Map<string, Identity>();
  /** Users, with the actions that no policy allows them. */
  readonly users = new Map<string, Set<string>>();
  /** Seconds after it was enabled from which STS knows a device. */
  propagation = 0;
  /** Seconds since the Unix epoch. */
  readonly seconds: () => number;

  constructor(seconds: () => number) {
    this.seconds = seconds;
  }

  /** A user with a long-term key. */
  addUser(name: string, ...denied: string[]): { accessKeyId: string; secret: string } {
    this.users.set(name, new Set(denied));
    const accessKeyId = `AKIA${randomName(16)}`;
    const secret = randomBytes(30).toString('base64');
    this.keys.set(accessKeyId, { user: name, secret, hasMfa: false });
    return { accessKeyId, secret };
  }

  /** A device of a user that is on since long ago. */
  addDevice(name: string, user: string): Device {
    const device = this.create(name);
    device.owner = user;
    device.enabledAt = 0;
    return device;
  }

  create(name: string): Device {
    if (!/^[\w+=,.@-]+$/.test(name)) {
      throw new AwsRefusal(
        'ValidationError',
        400,
        'The specified value for virtualMFADeviceName is invalid.',
      );
    }
    const serial = `arn:aws:iam::${ACCOUNT_ID}:mfa/${name}`;
    if (this.devices.has(serial)) {
      throw new AwsRefusal('EntityAlreadyExists', 409, 'MFA device already exists.');
    }
    const device = new Device(serial);
    this.devices.set(serial, device);
    return device;
  }

  enable(by: Identity, user: string, serial: string, first: string, second: string): void {
    this.#requireUser(user);
    const owned = this.devicesOf(user);
    if (by.user === user && !by.hasMfa && owned.length > 0) {
      throw new AwsRefusal('AccessDenied', 403, NEEDS_MFA);
    }
    const device = this.#device(serial);
    if (device.owner !== undefined) {
      const message =
        device.owner === user
          ? `MFA Device for user ${user} already exists.`
          : 'MFA Device is already in use.';
      throw new AwsRefusal('EntityAlreadyExists', 409, message);
    }
    if (owned.length >= 8) {
      throw new AwsRefusal('LimitExceeded', 409, 'Cannot exceed quota for MFADevicesPerUser: 8');
    }
    device.checkPair(first, second, this.seconds());
    device.owner = user;
    device.enabledAt = this.seconds();
  }

  resync(user: string, serial: string, first: string, second: string): void {
    this.#owned(user, serial).checkPair(first, second, this.seconds());
  }

  deactivate(by: Identity, user: string, serial: string): void {
    if (by.user === user && !by.hasMfa) throw new AwsRefusal('AccessDenied', 403, NEEDS_MFA);
    this.#owned(user, serial).owner = undefined;
  }

  delete(serial: string): void {
    if (this.#device(serial).owner !== undefined) {
      throw new AwsRefusal(
        'DeleteConflict',
        409,
        'MFA VirtualDevice in use. Must deactivate first.',
      );
    }
    this.devices.delete(serial);
  }

  devicesOf(user: string): Device[] {
    return [...this.devices.values()].filter(({ owner }) => owner === user);
  }

  listOf(user: string): Device[] {
    this.#requireUser(user);
    return this.devicesOf(user);
  }

  getSession(by: Identity, serial: string, code: string, duration: number): Session {
    if (by.token !== undefined) {
      throw new AwsRefusal(
        'AccessDenied',
        403,
        'Cannot call GetSessionToken with session credentials',
      );
    }
    if (duration < 900 || duration > 129_600) {
      throw new AwsRefusal(
        'ValidationError',
        400,
        `1 validation error detected: Value '${duration}' at 'durationSeconds' failed to satisfy constraint`,
      );
    }
    const device = this.devices.get(serial);
    const since = this.seconds() - (device?.enabledAt ?? this.seconds());
    if (device?.owner !== by.user || since < this.propagation) {
      throw new AwsRefusal('AccessDenied', 403, CANNOT_VALIDATE);
    }
    device.check(code, this.seconds());
    return this.#issue({ user: by.user, hasMfa: true }, duration);
  }

  /** Every role here asks for MFA in its trust policy. */
  assumeRole(by: Identity, role: string): Session {
    if (!by.hasMfa) {
      throw new AwsRefusal(
        'AccessDenied',
        403,
        `User: ${arnOf(by)} is not authorized to perform: sts:AssumeRole on resource: ${role}`,
      );
    }
    return this.#issue({ user: by.user, hasMfa: true, role }, 3600);
  }

  #issue(who: Pick<Identity, 'user' | 'hasMfa' | 'role'>, duration: number): Session {
    const session = {
      accessKeyId: `ASIA${randomName(16)}`,
      secret: randomBytes(30).toString('base64'),
      token: randomBytes(120).toString('base64'),
      ends: Math.floor(this.seconds()) + duration,
    };
    const { secret, token, ends } = session;
    this.keys.set(session.accessKeyId, { ...who, secret, token, ends });
    return session;
  }

  #device(serial: string): Device {
    const device = this.devices.get(serial);
    if (device === undefined) {
      throw new AwsRefusal(
        'NoSuchEntity',
        404,
        `VirtualMFADevice with serial number ${serial} does not exist.`,
      );
    }
    return device;
  }

  #owned(user: string, serial: string): Device {
    this.#requireUser(user);
    const device = this.devices.get(serial);
    if (device?.owner !== user) {
      throw new AwsRefusal('NoSuchEntity', 404, 'MFA Device invalid for user.');
    }
    return device;
  }

  #requireUser(name: string): void {
    if (!this.users.has(name)) throw noSuchUser(name);
  }
}

export function arnOf({ user, role }: Pick<Identity, 'user' | 'role'>): string {
  if (user === 'root') return `arn:aws:iam::${ACCOUNT_ID}:root`;
  return role === undefined
    ? `arn:aws:iam::${ACCOUNT_ID}:user/${user}`
    : `${role.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/session`;
}

function randomName(length: number): string {
  return referenceBase32(randomBytes(length)).slice(0, length);
}
