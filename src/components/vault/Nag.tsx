import { useEffect, useState } from 'preact/hooks';
import type { BackupStatus } from '../../lib/vault/backups.browser.ts';
import type { Vault } from '../../lib/vault/vault.browser.ts';
import { words } from './care-words.ts';

/** Says above the entries that the last backup lacks something; nothing when it lacks nothing. */
export function Nag({ vault }: { readonly vault: Vault }) {
  const [status, setStatus] = useState<BackupStatus>();
  useEffect(() => {
    const read = (): void => {
      vault
        .archive()
        .then((archive) => archive.backupStatus())
        .then(setStatus, () => undefined);
    };
    read();
    return vault.subscribe(read);
  }, [vault]);
  if (status === undefined) return null;
  const { savedAt, changesSince } = status;
  if (savedAt !== undefined && changesSince === 0) return null;
  return (
    <p class="notice" data-tone="wait" data-testid="backup-nag">
      {words.nag(savedAt === undefined ? 0 : changesSince)} <a href="#backup">{words.save}</a>
    </p>
  );
}
