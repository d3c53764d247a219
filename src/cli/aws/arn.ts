/** What the ARN of a virtual MFA device says; AWS calls the ARN its serial number. */
export interface DeviceArn {
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  readonly accountId: string;
  /** The device name, without the path before it. */
  readonly name: string;
}

/** Who signed a request, as `GetCallerIdentity` tells it. */
export interface Caller {
  readonly partition: string;
  readonly accountId: string;
  /** The IAM user; undefined for the root user, roles and federated users. */
  readonly user?: string | undefined;
  readonly isRoot: boolean;
}

/** Reads the ARN of a virtual device; undefined for security keys and for what is no ARN of IAM. */
export function parseDeviceArn(serial: string): DeviceArn | undefined {
  const parts = /^arn:(aws[\w-]*):iam::(\d{12}):mfa\/(?:[^\s/]+\/)*([\w+=,.@-]+)$/.exec(serial);
  const [, partition, accountId, name] = parts ?? [];
  if (partition === undefined || accountId === undefined || name === undefined) return undefined;
  return { partition, accountId, name };
}

/** The ARN that a device gets which is created with this name. */
export function deviceArn({ partition, accountId, name }: DeviceArn): string {
  return `arn:${partition}:iam::${accountId}:mfa/${name}`;
}

/** Reads who called from the ARN in the answer; undefined where it is none. */
export function parseCaller(arn: string): Caller | undefined {
  const parts = /^arn:(aws[\w-]*):(?:iam|sts)::(\d{12}):(.+)$/.exec(arn);
  const [, partition, accountId, resource] = parts ?? [];
  if (partition === undefined || accountId === undefined || resource === undefined) {
    return undefined;
  }
  const user = /^user\/(?:.+\/)?([^/]+)$/.exec(resource)?.[1];
  return { partition, accountId, user, isRoot: resource === 'root' };
}
