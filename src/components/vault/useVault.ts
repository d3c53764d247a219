import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../../lib/vault/entry.ts';
import { openVault, type Vault } from '../../lib/vault/vault.browser.ts';

/** The vault of this origin as an island sees it. */
export interface VaultView {
  readonly status: 'opening' | 'unlocked' | 'locked' | 'unavailable';
  /** Absent until it is open, and where the browser gives no storage. */
  readonly vault?: Vault;
  /** Entries that are in use or in the trash, the newest first. */
  readonly entries: readonly Entry[];
  /** How many records are there but cannot be read; they are kept as they are. */
  readonly unreadable: number;
  /** Why the vault is unavailable, and what to do. */
  readonly problem?: string;
}

/** Opens the vault after hydration and follows every change, from other tabs too. */
export function useVault(): VaultView {
  const [view, setView] = useState<VaultView>({ status: 'opening', entries: [], unreadable: 0 });
  useEffect(() => {
    let opened: Vault | undefined;
    let closed = false;
    const refresh = async (): Promise<void> => {
      if (opened === undefined || closed) return;
      if (opened.state === 'locked') {
        setView({ status: 'locked', vault: opened, entries: [], unreadable: 0 });
        return;
      }
      const { entries, unreadable } = await opened.list();
      setView({ status: 'unlocked', vault: opened, entries, unreadable: unreadable.length });
    };
    const fail = (error: unknown): void => {
      const problem = error instanceof Error ? error.message : String(error);
      setView({ status: 'unavailable', entries: [], unreadable: 0, problem });
    };
    const open = async (): Promise<void> => {
      opened = await openVault();
      opened.subscribe(() => {
        refresh().catch(fail);
      });
      await refresh();
    };
    open().catch(fail);
    return () => {
      closed = true;
      opened?.close();
    };
  }, []);
  return view;
}
