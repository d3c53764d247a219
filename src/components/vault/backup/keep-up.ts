import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { mayWrite, readKeptFile, storeKeptFile, type KeptFile } from './kept-file.ts';

/** Changes come in bursts; the file is written once they are over, in milliseconds. */
const CALM = 400;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Called after each change to the vault: writes the kept file, if there is one. */
export function keepUp(vault: Vault): Promise<void> {
  clearTimeout(waiting);
  return new Promise((resolve) => {
    waiting = setTimeout(() => {
      // What went wrong shows as a backup that is not up to date, where backups are shown.
      void writeIfBehind(vault)
        .catch(() => undefined)
        .then(resolve);
    }, CALM);
  });
}

async function writeIfBehind(vault: Vault): Promise<void> {
  const file = await readKeptFile();
  if (file === undefined || vault.state === 'locked' || !(await mayWrite(file))) return;
  // All tabs hear of a change; the first one writes, and the others find nothing left to do.
  await navigator.locks.request('2faa-kept-file', async () => {
    const { changesSince } = await (await vault.archive()).backupStatus();
    if (changesSince > 0) await writeKeptFile(vault, file);
  });
}

/**
 * Writes a backup of now into the file. Until it is closed the browser keeps the old
 * content, so a tab that ends in between loses nothing.
 */
export async function writeKeptFile(vault: Vault, { handle }: KeptFile): Promise<void> {
  const archive = await vault.archive();
  const backup = await archive.createBackup();
  const stream = await handle.createWritable();
  await stream.write(backup.text);
  await stream.close();
  await storeKeptFile({ handle, writtenAt: Date.now() });
  await archive.backupSaved(backup);
}
