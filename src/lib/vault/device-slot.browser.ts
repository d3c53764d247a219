import type { OpenKey } from './data-key.ts';
import { importDataKey } from './data-key.ts';
import type { SlotRecord, UnlockSlot } from './slot.ts';
import { unwrapDataKey, wrapDataKey } from './slot.ts';

/**
 * The key of a device slot as IndexedDB keeps it: under the slot's id, apart from the
 * slot, so that slots can be copied into a backup and this cannot.
 */
export interface DeviceKey {
  readonly id: string;
  readonly key: CryptoKey;
}

/** A new AES-256-GCM key that scripts can use in this browser but never read. */
export function newDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/**
 * The slot that opens by itself in the browser that made it. It keeps the secrets from
 * whoever copies the records, not from whoever can run this browser's profile.
 */
export function deviceSlot(key: CryptoKey): UnlockSlot {
  return {
    kind: 'device',
    wrap: (vault, dataKey, now) =>
      wrapDataKey(key, { id: crypto.randomUUID(), kind: 'device', createdAt: now }, vault, dataKey),
    unwrap: (vault, record) => unwrapDataKey(key, record, vault),
  };
}

/** The data key, if one of the device keys opens its slot. */
export async function unlockByDevice(
  vault: string,
  slots: readonly SlotRecord[],
  deviceKeys: readonly DeviceKey[],
): Promise<OpenKey | undefined> {
  for (const record of slots) {
    const device = deviceKeys.find(({ id }) => id === record.id);
    if (device === undefined) continue;
    try {
      return await importDataKey(vault, await deviceSlot(device.key).unwrap(vault, record));
    } catch {
      continue;
    }
  }
  return undefined;
}
