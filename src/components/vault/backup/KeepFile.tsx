import { useEffect, useState } from 'preact/hooks';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { AttemptNotes } from '../AttemptNotes.tsx';
import { dayAndTime } from '../dates.ts';
import { useAttempt } from '../useAttempt.ts';
import { writeKeptFile } from './keep-up.ts';
import {
  canKeepFile,
  chooseFile,
  mayWrite,
  readKeptFile,
  storeKeptFile,
  type KeptFile,
} from './kept-file.ts';
import { words } from './words.ts';

interface Kept extends KeptFile {
  readonly permitted: boolean;
}

/** A backup file that is written anew after each change; only where the browser allows it. */
export function KeepFile({ vault }: { readonly vault: Vault }) {
  const attempt = useAttempt();
  const [kept, setKept] = useState<Kept>();
  const read = async (): Promise<void> => {
    const file = await readKeptFile();
    setKept(file && { ...file, permitted: await mayWrite(file) });
  };
  useEffect(() => {
    void read().catch(() => undefined);
    return vault.subscribe(() => {
      void read().catch(() => undefined);
    });
  }, [vault]);
  const does = (work: () => Promise<unknown>): Promise<boolean> =>
    attempt.run(words.writing, async () => {
      await work();
      await read();
    });
  if (!canKeepFile()) return null;
  return (
    <div class="vault-form" data-testid="keep-file" data-kept={kept ? '' : undefined}>
      {kept === undefined ? (
        <>
          <p>{words.keepUpHint}</p>
          <div class="vault-buttons">
            <button
              type="button"
              class="button"
              data-testid="keep-file-choose"
              onClick={() =>
                does(async () => {
                  const handle = await chooseFile('2faa-backup.json');
                  if (handle !== undefined) await writeKeptFile(vault, { handle });
                })
              }
            >
              {words.keepUp}
            </button>
          </div>
        </>
      ) : (
        <>
          <p role="status">
            {kept.permitted
              ? words.keptUp(
                  kept.handle.name,
                  kept.writtenAt === undefined ? words.keptNever : dayAndTime(kept.writtenAt),
                )
              : words.permission(kept.handle.name)}
          </p>
          <div class="vault-buttons">
            {!kept.permitted && (
              <button
                type="button"
                class="button button-primary"
                data-testid="keep-file-permit"
                onClick={() =>
                  does(async () => {
                    const answer = await kept.handle.requestPermission?.({ mode: 'readwrite' });
                    if (answer === 'granted') await writeKeptFile(vault, kept);
                  })
                }
              >
                {words.permit}
              </button>
            )}
            <button
              type="button"
              class="button button-quiet"
              onClick={() => does(() => storeKeptFile(undefined))}
            >
              {words.stop}
            </button>
          </div>
        </>
      )}
      <AttemptNotes attempt={attempt} />
    </div>
  );
}
