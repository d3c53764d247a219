import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryGuide } from '../../../lib/guides/entry-guide.ts';
import { entryTitle } from '../entry-text.ts';
import { guideOf } from '../guide/load-guide.ts';
import type { PanelProps } from '../menu-items.ts';
import { CodesForm } from './CodesForm.tsx';
import { Note } from './Note.tsx';
import { NotesTrouble } from './NotesTrouble.tsx';
import { TrashedNotes } from './TrashedNotes.tsx';
import { useNotes } from './useNotes.ts';
import { words } from './words.ts';

/** The recovery codes of an entry's account: kept, shown, marked as used, exported apart. */
export function RecoveryPanel({ entry, onClose, ...changes }: PanelProps) {
  const { notes, ...trouble } = useNotes(changes.change);
  const [adding, setAdding] = useState(false);
  const [guide, setGuide] = useState<EntryGuide>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // It only adds a sentence: without a connection there is none.
    void guideOf(entry).then(setGuide, () => undefined);
  }, []);
  const own = notes?.filter((note) => note.entry === entry.id) ?? [];
  const kept = own.filter(({ deletedAt }) => deletedAt === undefined);
  const label = [entryTitle(entry), entry.otp.account].filter(Boolean).join(', ');
  return (
    <section
      class="entry-panel vault-form"
      aria-label={words.titleOf(label)}
      data-testid="recovery-panel"
    >
      <h3 ref={heading} tabIndex={-1}>
        {words.title}
      </h3>
      {notes === undefined && trouble.problem === undefined && <p role="status">{words.opening}</p>}
      <NotesTrouble {...trouble} />
      {kept.map((note) => (
        <Note key={note.id} note={note} {...changes} />
      ))}
      {notes && (kept.length === 0 || adding) && (
        <>
          <p>{guide?.recoveryCodes === false ? words.noneGiven(guide.service) : words.intro}</p>
          <h4>{words.basketTitle}</h4>
          <p>{words.basket}</p>
          <CodesForm
            text=""
            action={words.save}
            focus={adding}
            onCodes={async (codes) => {
              await changes.change(async (vault) =>
                (await vault.archive()).notes.add(entry.id, label, codes),
              );
              setAdding(false);
              heading.current?.focus();
            }}
            onCancel={
              adding
                ? () => {
                    setAdding(false);
                  }
                : undefined
            }
          />
        </>
      )}
      <TrashedNotes notes={own} act={changes.act} />
      <div class="vault-buttons">
        {kept.length > 0 && !adding && (
          <button
            type="button"
            class="button"
            onClick={() => {
              setAdding(true);
            }}
          >
            {words.add}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </section>
  );
}
