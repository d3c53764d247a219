import { useEffect, useState } from 'preact/hooks';
import type { SlotInfo, VaultAccess } from '../../lib/vault/access.browser.ts';
import type { DeriveKey } from '../../lib/vault/kdf.ts';
import type { Vault } from '../../lib/vault/vault.browser.ts';
import { deriveInWorker } from '../../workers/derive-key.browser.ts';

export interface AccessView {
  readonly derive: DeriveKey;
  readonly access: () => Promise<VaultAccess>;
  /** The ways to unlock; absent until they are read. */
  readonly slots: readonly SlotInfo[] | undefined;
  /** WebAssembly is blocked, so that deriving a key takes several times as long. */
  readonly slow: boolean;
}

/** The ways to unlock the vault, followed through every change. */
export function useAccess(vault: Vault): AccessView {
  const [slots, setSlots] = useState<readonly SlotInfo[]>();
  const [slow, setSlow] = useState(false);
  const derive = deriveInWorker(() => {
    setSlow(true);
  });
  const access = (): Promise<VaultAccess> => vault.access(derive);
  useEffect(() => {
    const read = (): void => {
      // What is wrong with the vault itself is said where it is opened.
      access()
        .then((ways) => ways.slots())
        .then(setSlots, () => undefined);
    };
    read();
    return vault.subscribe(read);
  }, [vault]);
  return { derive, access, slots, slow };
}
