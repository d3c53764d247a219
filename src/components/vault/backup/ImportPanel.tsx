import { useEffect, useRef, useState } from 'preact/hooks';
import { readOtpauthList, type ListFailure } from '../../../lib/formats/otpauth-list.ts';
import type { UndoToken } from '../../../lib/vault/undo.ts';
import { backupSlots, openBackup, type BackupSlotKind } from '../../../lib/vault/backup.ts';
import type { KeptNote } from '../../../lib/vault/note.ts';
import type { Incoming, RestoreChoice, RestorePlan } from '../../../lib/vault/restore.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { AttemptNotes } from '../AttemptNotes.tsx';
import { day } from '../dates.ts';
import { useAccess } from '../useAccess.ts';
import { useAttempt } from '../useAttempt.ts';
import { BackupSecretForm } from './BackupSecretForm.tsx';
import { readTextFile } from './read-file.ts';
import { Report } from './Report.tsx';
import { words } from './words.ts';

interface Props {
  readonly vault: Vault;
  readonly file: File;
  /** With what to say and how to take it back. */
  readonly onRestored: (text: string, undo: UndoToken) => void;
  readonly onClose: () => void;
}

interface Sealed {
  readonly text: string;
  readonly slots: readonly BackupSlotKind[];
}

/** A file that was read and can be taken in. */
interface Read {
  readonly plan: RestorePlan;
  readonly failed: readonly ListFailure[];
  readonly notes?: readonly KeptNote[];
  readonly created?: number;
}

/** Takes entries in from a backup or a list of links, after a report of what that will do. */
export function ImportPanel({ vault, file, onRestored, onClose }: Props) {
  const { derive } = useAccess(vault);
  const attempt = useAttempt();
  const heading = useRef<HTMLHeadingElement>(null);
  const [sealed, setSealed] = useState<Sealed>();
  const [read, setRead] = useState<Read>();

  const plan = async (incoming: readonly Incoming[], about: Omit<Read, 'plan'>): Promise<void> => {
    setRead({ ...about, plan: await (await vault.archive()).planRestore(incoming) });
    heading.current?.focus();
  };
  useEffect(() => {
    heading.current?.focus();
    void attempt.run(words.reading, async () => {
      const text = await readTextFile(file);
      if (text.trimStart().startsWith('{')) {
        setSealed({ text, slots: backupSlots(text) });
        return;
      }
      const { entries, failed } = readOtpauthList(text);
      if (entries.length === 0) throw new Error(words.nothingRead);
      await plan(
        entries.map(({ otp }) => ({ otp })),
        { failed },
      );
    });
  }, []);

  const take = (choices: ReadonlyMap<number, RestoreChoice>): void => {
    if (read === undefined) return;
    void attempt.run(words.takingIn, async () => {
      const archive = await vault.archive();
      const restored = await archive.restoreEntries(read.plan, choices, read.notes);
      onRestored(words.restored(restored), restored.undo);
    });
  };
  return (
    <section class="vault-panel" aria-labelledby="import-title" data-testid="import-panel">
      <h3 id="import-title" ref={heading} tabIndex={-1}>
        {words.importTitle(file.name)}
      </h3>
      {sealed && read === undefined ? (
        <BackupSecretForm
          slots={sealed.slots}
          attempt={attempt}
          testId="import-passphrase"
          action={words.importOpen}
          onSecret={(secret) =>
            attempt.run(words.opening, async () => {
              const opened = await openBackup(sealed.text, secret, derive);
              const { entries, notes, created } = opened;
              await plan(entries, { failed: [], notes, created });
            })
          }
        />
      ) : (
        <AttemptNotes attempt={attempt} />
      )}
      {read?.created !== undefined && <p>{words.madeOn(day(read.created))}</p>}
      {read && (
        <Report plan={read.plan} failed={read.failed} notes={read.notes ?? []} onConfirm={take} />
      )}
      <div class="vault-buttons">
        <button type="button" class="button button-quiet" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}
