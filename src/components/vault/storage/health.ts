import { deletesAfterSevenDays, isInstalled } from '../../../lib/install/installed.browser.ts';
import type { BackupStatus } from '../../../lib/vault/backups.browser.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';

/** How well the vault is kept here. */
export interface Health {
  readonly backup: BackupStatus;
  readonly persisted: boolean;
  /** Opened from the Home Screen or as an app. */
  readonly installed: boolean;
  /** The browser deletes what a site stored when it is not visited for a week of use. */
  readonly sevenDays: boolean;
  /** Bytes that this site uses; absent where the browser does not say. */
  readonly used?: number | undefined;
}

/** Asks the browser and the vault. */
export async function readHealth(vault: Vault): Promise<Health> {
  const [backup, persisted, used] = await Promise.all([
    vault.archive().then((archive) => archive.backupStatus()),
    vault.persisted(),
    usedBytes(),
  ]);
  return {
    backup,
    persisted,
    installed: isInstalled(),
    sevenDays: deletesAfterSevenDays(),
    used,
  };
}

async function usedBytes(): Promise<number | undefined> {
  const { storage } = navigator as { storage?: Partial<StorageManager> };
  const estimate = await storage?.estimate?.().catch(() => undefined);
  return estimate?.usage;
}
