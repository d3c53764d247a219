import { describe, expect, it } from 'vitest';
import {
  deviceSlot,
  newDeviceKey,
  unlockByDevice,
} from '../../../src/lib/vault/device-slot.browser.ts';
import { bytes } from './support.ts';

describe('a device slot', () => {
  it('gives the data key back', async () => {
    const slot = deviceSlot(await newDeviceKey());
    const dataKey = bytes(32);
    const record = await slot.wrap('vault-1', dataKey, 1234);
    expect(record).toMatchObject({ kind: 'device', createdAt: 1234 });
    expect(await slot.unwrap('vault-1', record)).toEqual(dataKey);
  });

  it('opens for its own vault, id and kind only', async () => {
    const slot = deviceSlot(await newDeviceKey());
    const record = await slot.wrap('vault-1', bytes(32), 0);
    const tampered = { code: 'tampered' };
    await expect(slot.unwrap('vault-2', record)).rejects.toMatchObject(tampered);
    await expect(slot.unwrap('vault-1', { ...record, id: 'x' })).rejects.toMatchObject(tampered);
    const otherKind = { ...record, kind: 'passphrase' as never };
    await expect(slot.unwrap('vault-1', otherKind)).rejects.toMatchObject(tampered);
    const otherKey = deviceSlot(await newDeviceKey());
    await expect(otherKey.unwrap('vault-1', record)).rejects.toMatchObject(tampered);
  });
});

describe('unlockByDevice', () => {
  it('tries the slots that have a device key here until one opens', async () => {
    const keys = await Promise.all([newDeviceKey(), newDeviceKey(), newDeviceKey()]);
    const slots = await Promise.all(
      keys.map((key) => deviceSlot(key).wrap('vault-1', bytes(32), 0)),
    );
    const ids = slots.map(({ id }) => id);
    const [first, second] = keys;
    const deviceKeys = [
      { id: ids[1] ?? '', key: first },
      { id: ids[2] ?? '', key: keys[2] },
    ];
    expect(await unlockByDevice('vault-1', slots, deviceKeys)).toMatchObject({ vault: 'vault-1' });
    expect(
      await unlockByDevice('vault-1', slots, [{ id: ids[0] ?? '', key: second }]),
    ).toBeUndefined();
    expect(await unlockByDevice('vault-1', slots, [])).toBeUndefined();
    expect(await unlockByDevice('vault-2', slots, deviceKeys)).toBeUndefined();
  });
});
