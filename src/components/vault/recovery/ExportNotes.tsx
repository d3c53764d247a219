import { useState } from 'preact/hooks';
import type { RecoveryNote } from '../../../lib/vault/note.ts';
import { writeNotes } from '../../../lib/vault/note-text.ts';
import { Confirm } from '../Confirm.tsx';
import { saveFile } from '../backup/save-file.ts';
import { words } from './words.ts';

interface Props {
  readonly notes: readonly RecoveryNote[];
  readonly label: string;
}

/** Recovery codes as a text file apart from everything else, behind a question. */
export function ExportNotes({ notes, label }: Props) {
  const [asked, setAsked] = useState(false);
  const [saved, setSaved] = useState<string>();
  return (
    <>
      <button
        type="button"
        class="button button-quiet"
        data-testid="recovery-export"
        onClick={() => {
          setAsked(true);
        }}
      >
        {label}
      </button>
      {saved !== undefined && (
        <p class="notice recovery-saved" data-tone="wait" role="status">
          {words.exported(saved)}
        </p>
      )}
      {asked && (
        <Confirm
          title={words.exportTitle}
          action={words.exportSave}
          onConfirm={() => {
            const name = `recovery-codes-${new Date().toISOString().slice(0, 10)}.txt`;
            saveFile(name, writeNotes(notes), 'text/plain');
            setSaved(name);
          }}
          onClose={() => {
            setAsked(false);
          }}
        >
          {words.exportMeaning}
        </Confirm>
      )}
    </>
  );
}
