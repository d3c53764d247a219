import { importDataKey, newDataKey } from './data-key.ts';
import type { DeviceKey } from './device-slot.browser.ts';
import { deviceSlot, newDeviceKey } from './device-slot.browser.ts';
import type { Header } from './header.ts';
import { SCHEMA } from './header.ts';
import type { VaultKey } from './records.ts';
import { FORMAT } from './seal.ts';
import type { SlotRecord } from './slot.ts';

/** A vault that is not stored yet. */
export interface NewVault {
  readonly header: Header;
  readonly slot: SlotRecord;
  readonly deviceKey: DeviceKey;
  readonly vaultKey: VaultKey;
}

/** Makes a vault that this device unlocks. Nothing of it is stored here. */
export async function newVault(now: number): Promise<NewVault> {
  const vault = crypto.randomUUID();
  const key = await newDeviceKey();
  const dataKey = newDataKey();
  const slot = await deviceSlot(key).wrap(vault, dataKey, now);
  return {
    header: { format: FORMAT, schema: SCHEMA, id: vault, createdAt: now, revision: 0 },
    slot,
    deviceKey: { id: slot.id, key },
    vaultKey: { vault, key: await importDataKey(dataKey) },
  };
}
