import { useEffect, useRef, useState } from 'preact/hooks';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import type { Changes } from '../useChanges.ts';
import { ExportNotes } from './ExportNotes.tsx';
import { Note } from './Note.tsx';
import { NotesTrouble } from './NotesTrouble.tsx';
import { TrashedNotes } from './TrashedNotes.tsx';
import { useNotes } from './useNotes.ts';
import { words } from './words.ts';

interface Props {
  readonly vault: Vault;
  readonly changes: Changes;
}

/** The recovery codes of all accounts, also of those whose entries are gone. */
export function AllRecovery({ vault, changes }: Props) {
  const { notes, ...trouble } = useNotes(changes.change);
  const [entries, setEntries] = useState<ReadonlySet<string>>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // What is wrong with the vault itself is said where its entries are.
    void vault.list().then(
      ({ entries: all }) => {
        const inUse = all.filter(({ deletedAt }) => deletedAt === undefined);
        setEntries(new Set(inUse.map(({ id }) => id)));
      },
      () => undefined,
    );
  }, [notes]);
  const kept = notes?.filter(({ deletedAt }) => deletedAt === undefined) ?? [];
  return (
    <section class="vault-panel" aria-labelledby="recovery-title" data-testid="all-recovery">
      <h3 id="recovery-title" ref={heading} tabIndex={-1}>
        {words.allTitle}
      </h3>
      <NotesTrouble {...trouble} />
      {notes && kept.length === 0 && <p>{words.none}</p>}
      {kept.map((note) => (
        <div key={note.id}>
          <Note note={note} {...changes} />
          {entries && !entries.has(note.entry) && <p class="hint">{words.entryGone}</p>}
        </div>
      ))}
      {kept.length > 1 && (
        <div class="vault-buttons">
          <ExportNotes notes={kept} label={words.exportAll} />
        </div>
      )}
      <TrashedNotes notes={notes ?? []} act={changes.act} />
    </section>
  );
}
