import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../../lib/vault/entry.ts';
import { openVault, type Vault } from '../../lib/vault/vault.browser.ts';

/** The vault of this origin as an island sees it. */
export interface VaultView {
  readonly status: 'opening' | 'unlocked' | 'locked' | 'unavailable';
  /** Absent until it is open, and where the browser gives no storage. */
  readonly vault?: Vault;
  /** Entries that are in use or in the trash, the newest first; none while it is locked. */
  readonly entries: readonly Entry[];
  /** How many records are there but cannot be read; they are kept as they are. */
  readonly unreadable: number;
  /** Why the vault is unavailable, and what to do. */
  readonly problem?: string;
}

const nothing = { entries: [], unreadable: 0 } as const;

/**
 * Opens the vault after hydration and follows every change, from other tabs too. When it
 * locks, the secrets that were shown are wiped; where it can be locked, idle time does it.
 */
export function useVault(): VaultView {
  const [view, setView] = useState<VaultView>({ status: 'opening', ...nothing });
  useEffect(() => {
    let opened: Vault | undefined;
    let closed = false;
    let shown: readonly Entry[] = [];
    let stopIdle: Promise<() => void> | undefined;
    const refresh = async (): Promise<void> => {
      if (opened === undefined || closed) return;
      try {
        const { entries, unreadable } = await opened.list();
        shown = entries;
        setView({ status: 'unlocked', vault: opened, entries, unreadable: unreadable.length });
      } catch (error) {
        if (opened.state !== 'locked') throw error;
        setView({ status: 'locked', vault: opened, ...nothing });
        for (const { otp } of shown) otp.secret.fill(0);
        shown = [];
      }
      if (opened.lockable) stopIdle ??= watchIdle(opened);
    };
    const fail = (error: unknown): void => {
      const problem = error instanceof Error ? error.message : String(error);
      setView({ status: 'unavailable', ...nothing, problem });
    };
    const open = async (): Promise<void> => {
      opened = await openVault();
      opened.subscribe(() => {
        refresh().catch(fail);
        if (opened !== undefined && 'showSaveFilePicker' in window) void keepFileUp(opened);
      });
      await refresh();
    };
    open().catch(fail);
    return () => {
      closed = true;
      void stopIdle?.then((stop) => {
        stop();
      });
      opened?.close();
    };
  }, []);
  return view;
}

/** Where a backup file is kept up to date, this writes it again. */
async function keepFileUp(vault: Vault): Promise<void> {
  const { keepUp } = await import('./backup/keep-up.ts');
  await keepUp(vault);
}

async function watchIdle(vault: Vault): Promise<() => void> {
  const { lockWhenIdle } = await import('./lock-when-idle.ts');
  return lockWhenIdle(vault);
}
