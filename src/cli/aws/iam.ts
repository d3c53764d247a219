import {
  CreateVirtualMFADeviceCommand,
  DeleteVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  IAMClient,
  ResyncMFADeviceCommand,
  paginateListMFADevices,
  paginateListVirtualMFADevices,
} from '@aws-sdk/client-iam';
import { decodeBase32 } from '../../lib/otp/base32.ts';
import { RefusedError } from '../errors.ts';
import type { Connection } from './connection.ts';

/** A device that AWS has just made. */
export interface NewDevice {
  readonly serial: string;
  /** The caller wipes it. */
  readonly secret: Uint8Array<ArrayBuffer>;
}

/** What the commands ask of Identity and Access Management. Failures are those of the SDK. */
export interface Iam {
  /** Serial numbers of a user's devices; of the caller's own without a name. */
  readonly listDevices: (user?: string) => Promise<string[]>;
  /** Whether this is a device that belongs to nobody. */
  readonly isUnassigned: (serial: string) => Promise<boolean>;
  readonly createDevice: (name: string) => Promise<NewDevice>;
  readonly deleteDevice: (serial: string) => Promise<void>;
  readonly enableDevice: (user: string, serial: string, codes: CodePair) => Promise<void>;
  readonly resyncDevice: (user: string, serial: string, codes: CodePair) => Promise<void>;
}

/** The codes of two time steps, one right after the other. */
export type CodePair = readonly [first: string, second: string];

export function connectIam(connection: Connection): Iam {
  const client = new IAMClient(connection);
  // The SDK repeats what failed on the way, and AWS may have done it before that.
  const once = new IAMClient({ ...connection, maxAttempts: 1 });
  return {
    listDevices: async (user) => {
      const serials: string[] = [];
      for await (const page of paginateListMFADevices({ client }, { UserName: user })) {
        for (const { SerialNumber } of page.MFADevices ?? []) {
          if (SerialNumber) serials.push(SerialNumber);
        }
      }
      return serials;
    },
    isUnassigned: async (serial) => {
      const input = { AssignmentStatus: 'Unassigned' } as const;
      for await (const page of paginateListVirtualMFADevices({ client }, input)) {
        const devices = page.VirtualMFADevices ?? [];
        if (devices.some(({ SerialNumber }) => SerialNumber === serial)) return true;
      }
      return false;
    },
    createDevice: async (name) => {
      const command = new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: name });
      const { VirtualMFADevice: device } = await once.send(command);
      const { SerialNumber: serial, Base32StringSeed: seed } = device ?? {};
      if (!serial || !seed || seed.length === 0) {
        throw new RefusedError('The answer to CreateVirtualMFADevice holds no device. Try again.');
      }
      const secret = decodeBase32(new TextDecoder().decode(seed));
      seed.fill(0);
      device?.QRCodePNG?.fill(0);
      return { serial, secret };
    },
    deleteDevice: async (SerialNumber) => {
      await client.send(new DeleteVirtualMFADeviceCommand({ SerialNumber }));
    },
    enableDevice: async (UserName, SerialNumber, [AuthenticationCode1, AuthenticationCode2]) => {
      const codes = { AuthenticationCode1, AuthenticationCode2 };
      await once.send(new EnableMFADeviceCommand({ UserName, SerialNumber, ...codes }));
    },
    resyncDevice: async (UserName, SerialNumber, [AuthenticationCode1, AuthenticationCode2]) => {
      const codes = { AuthenticationCode1, AuthenticationCode2 };
      await once.send(new ResyncMFADeviceCommand({ UserName, SerialNumber, ...codes }));
    },
  };
}
