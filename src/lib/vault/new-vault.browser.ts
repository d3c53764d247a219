import { importDataKey, newDataKey } from './data-key.ts';
import { deviceSlot, newDeviceKey } from './device-slot.browser.ts';
import { SCHEMA } from './header.ts';
import { FORMAT } from './seal.ts';
import type { Unlocked } from './session.browser.ts';

/** Makes a vault that this device unlocks. Nothing of it is stored here: its revision is 0. */
export async function newVault(now: number): Promise<Unlocked> {
  const vault = crypto.randomUUID();
  const key = await newDeviceKey();
  const dataKey = newDataKey();
  const slot = await deviceSlot(key).wrap(vault, dataKey, now);
  return {
    newer: false,
    header: { format: FORMAT, schema: SCHEMA, id: vault, createdAt: now, revision: 0, changes: 0 },
    slots: [slot],
    deviceKeys: [{ id: slot.id, key }],
    entries: [],
    history: [],
    walk: undefined,
    vaultKey: await importDataKey(vault, dataKey),
  };
}
