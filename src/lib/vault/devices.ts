import { sameBytes } from './bytes.ts';
import type { Entry, Identity } from './entry.ts';

/** The devices of one identity that are known here. */
export interface IdentityDevices {
  /** Absent where nobody said whose entries these are. */
  readonly identity: Identity | undefined;
  readonly devices: readonly Device[];
}

/** An entry as the service sees it. */
export interface Device {
  readonly entry: Entry;
  /** What the service calls it; empty where the label does not say. */
  readonly name: string;
}

/** One account at the service. */
export interface AccountDevices {
  /** As the label has it, such as an alias or a number; empty where it does not say. */
  readonly account: string;
  readonly identities: readonly IdentityDevices[];
}

/**
 * Entries of one service by account and identity. Replaced ones and those in the trash are
 * left out: the service does not take their codes any more. Copies of one secret are one
 * device to it, and the first of them stands for all.
 *
 * @param pattern the guide's `accountPattern`, whose groups `device` and `account` say
 * which part of a label is what
 * @param kinds ids of the guide's identities, in their order
 */
export function devicesOf(
  entries: readonly Entry[],
  pattern: string | undefined,
  kinds: readonly string[],
): AccountDevices[] {
  const label = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  const inUse = entries
    .filter(({ status, deletedAt }) => status !== 'replaced' && deletedAt === undefined)
    .filter(
      ({ otp }, at, all) =>
        all.findIndex((other) => sameBytes(other.otp.secret, otp.secret)) === at,
    )
    .map((entry) => {
      const { device = '', account = '' } = label?.exec(entry.otp.account)?.groups ?? {};
      return { entry, name: device, account };
    });
  const byAccount = Map.groupBy(inUse, ({ account }) => account);
  return [...byAccount]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1))
    .map(([account, devices]) => ({ account, identities: byIdentity(devices, kinds) }));
}

function byIdentity(devices: readonly Device[], kinds: readonly string[]): IdentityDevices[] {
  const place = (identity: Identity | undefined): number =>
    identity === undefined ? kinds.length : kinds.indexOf(identity.kind);
  const groups = Map.groupBy(devices, ({ entry: { identity } }) =>
    JSON.stringify(identity && [identity.kind, identity.name]),
  );
  return [...groups.values()]
    .map((group) => ({ identity: group[0]?.entry.identity, devices: group }))
    .sort(
      (a, b) =>
        place(a.identity) - place(b.identity) ||
        ((a.identity?.name ?? '') < (b.identity?.name ?? '') ? -1 : 1),
    );
}
