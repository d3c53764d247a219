import { describe, expect, it, vi } from 'vitest';
import { USUAL_CODE_SETTINGS } from '../../../src/lib/vault/code-settings.ts';
import {
  codeOf,
  draft,
  freshName,
  opens,
  protectedVault,
  raw,
  rawAll,
  rawPut,
  reloaded,
} from './support.ts';

const hidden = { ...USUAL_CODE_SETTINGS, hideCodes: true };

it('are as usual until they are changed, and reading them makes no vault', async () => {
  const name = freshName();
  expect(await (await (await opens(name)).codeSettings()).read()).toEqual(USUAL_CODE_SETTINGS);
  expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name }));
});

it('are kept sealed, and each change leaves the others', async () => {
  const name = freshName();
  const vault = await opens(name);
  await (await vault.codeSettings()).change({ hideCodes: true });
  await (await vault.codeSettings()).change({ clearAfter: 60 });
  const expected = { ...hidden, clearAfter: 60 };
  expect(await (await (await opens(name)).codeSettings()).read()).toEqual(expected);
  const stored = await rawAll(name, 'walks');
  expect(stored).toHaveLength(1);
  expect(new TextDecoder('latin1').decode(stored[0]?.ciphertext)).not.toContain('hideCodes');
});

it('tell the other tabs', async () => {
  const name = freshName();
  const [here, elsewhere] = [await opens(name), await opens(name)];
  const heard = vi.fn();
  elsewhere.subscribe(heard);
  await (await here.codeSettings()).change({ hideCodes: true });
  await vi.waitFor(() => {
    expect(heard).toHaveBeenCalled();
  });
  expect(await (await elsewhere.codeSettings()).read()).toEqual(hidden);
});

it('leave walks and entries alone, and do not count as something to back up', async () => {
  const vault = await opens(freshName());
  const entry = await vault.capture(draft());
  await vault.writeWalk('aws-mfa', { step: 'scan', done: [] });
  const changes = async () => (await (await vault.archive()).backupStatus()).changesSince;
  const before = await changes();
  await (await vault.codeSettings()).change({ hideCodes: true });
  expect(await changes()).toBe(before);
  expect(await vault.readWalk('aws-mfa')).toMatchObject({ step: 'scan' });
  expect((await vault.list()).entries).toEqual([entry]);
});

it('cannot be read while the vault is locked', async () => {
  const { vault, name } = await protectedVault();
  await (await vault.codeSettings()).change({ hideCodes: true });
  const { vault: again } = await reloaded(name);
  expect(await codeOf((await again.codeSettings()).read())).toBe('locked');
});

describe('a record that cannot be read', () => {
  it.each([
    ['is damaged', { nonce: new Uint8Array(12) }],
    ['was moved here from another place', { id: 'aws-mfa' }],
  ])('hides the codes when it %s, and can be written anew', async (_, damage) => {
    const name = freshName();
    const vault = await opens(name);
    await (await vault.codeSettings()).change({ clearAfter: 60 });
    await vault.writeWalk('aws-mfa', { step: 'scan', done: [] });
    const [own, walk] = await rawAll(name, 'walks');
    const wrong = 'id' in damage ? { ...walk, id: own?.id } : { ...own, ...damage };
    await rawPut(name, 'walks', wrong);
    expect(await (await vault.codeSettings()).read()).toEqual(hidden);
    await (await vault.codeSettings()).change({ hideCodes: false });
    expect(await (await vault.codeSettings()).read()).toEqual(USUAL_CODE_SETTINGS);
  });

  it('of a value out of bounds is refused before it is stored', async () => {
    const name = freshName();
    const vault = await opens(name);
    for (const hideAfter of [-1, 0.5, 3601, NaN])
      expect(await codeOf((await vault.codeSettings()).change({ hideAfter }))).toBe(
        'invalid-record',
      );
    expect(await raw(name, 'walks', (store) => store.count()).catch(() => 0)).toBe(0);
  });
});
