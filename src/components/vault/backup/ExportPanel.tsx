import { useEffect, useState } from 'preact/hooks';
import type { BackupFile } from '../../../lib/vault/backups.browser.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { AttemptNotes } from '../AttemptNotes.tsx';
import { NewPassphrase } from '../protect/NewPassphrase.tsx';
import { useAccess } from '../useAccess.ts';
import { useAttempt } from '../useAttempt.ts';
import { Drill } from './Drill.tsx';
import { KeepFile } from './KeepFile.tsx';
import { LinksOut } from './LinksOut.tsx';
import { saveFile } from './save-file.ts';
import { words } from './words.ts';

/** Saves a backup as soon as there is a key for it, then offers to check it. */
export function ExportPanel({ vault }: { readonly vault: Vault }) {
  const view = useAccess(vault);
  const attempt = useAttempt();
  const [saved, setSaved] = useState<BackupFile>();
  const { slots } = view;
  const possible = slots?.some(({ kind }) => kind === 'passphrase' || kind === 'recovery');

  const save = (): Promise<boolean> =>
    attempt.run(words.making, async () => {
      const archive = await vault.archive();
      const file = await archive.createBackup();
      saveFile(file.name, file.text, 'application/json');
      await archive.backupSaved(file);
      setSaved(file);
    });
  useEffect(() => {
    if (possible === true && saved === undefined) void save();
  }, [possible]);

  if (slots === undefined) return null;
  return (
    <div class="vault-panel" data-testid="export-panel">
      {possible === false && (
        <>
          <p>{words.needsKey}</p>
          <NewPassphrase view={view} onSet={() => undefined} />
        </>
      )}
      <AttemptNotes attempt={attempt} />
      {saved && (
        <>
          <p class="notice" data-tone="done" role="status" data-testid="backup-saved">
            {words.saved(saved.name)}
          </p>
          <p>
            {words.keep} <a href="/backup-format/">{words.format}</a>
          </p>
          <Drill vault={vault} view={view} />
        </>
      )}
      {possible === true && (
        <>
          <div class="vault-buttons">
            <button type="button" class="button" onClick={save}>
              {words.again}
            </button>
          </div>
          <KeepFile vault={vault} />
          <LinksOut vault={vault} />
        </>
      )}
    </div>
  );
}
