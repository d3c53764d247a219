import { useState } from 'preact/hooks';
import type { RecoveryNote } from '../../../lib/vault/note.ts';
import { codesLeft } from '../../../lib/vault/note-text.ts';
import { useLazy } from '../../codes/useLazy.ts';
import type { Changes } from '../useChanges.ts';
import { CodesForm } from './CodesForm.tsx';
import { CodeList } from './CodeList.tsx';
import { ExportNotes } from './ExportNotes.tsx';
import { words } from './words.ts';

interface Props extends Changes {
  readonly note: RecoveryNote;
}

type Open = 'codes' | 'edit' | 'earlier';

/** One list of recovery codes, hidden until it is asked for. */
export function Note({ note, ...changes }: Props) {
  const { change, act, tell } = changes;
  const [open, setOpen] = useState<Open>();
  const earlier = useLazy(() => import('./EarlierNotes.tsx'), open === 'earlier').module;
  const { id, label, codes } = note;
  const toggle = (what: Open, text: string, testId?: string) => (
    <button
      type="button"
      class={what === 'codes' ? 'button' : 'button button-quiet'}
      aria-expanded={open === what}
      data-testid={testId}
      onClick={() => {
        setOpen(open === what ? undefined : what);
      }}
    >
      {text}
      <span class="visually-hidden">{words.of(label)}</span>
    </button>
  );
  return (
    <div class="recovery-note vault-form" role="group" aria-label={label}>
      <p>
        <strong>{label}</strong>{' '}
        <span data-testid="recovery-left">{words.left(codesLeft(note), codes.length)}</span>
      </p>
      <div class="vault-buttons">
        {toggle('codes', open === 'codes' ? words.hide : words.show, 'recovery-show')}
        {toggle('edit', words.edit)}
        {toggle('earlier', words.earlier)}
        <ExportNotes notes={[note]} label={words.export} />
        <button
          type="button"
          class="button button-quiet"
          onClick={async () => {
            const done = await act(async (vault) => (await vault.archive()).notes.trash(id));
            if (done === undefined) return;
            tell(words.removed(label), async (vault) => (await vault.archive()).notes.untrash(id));
          }}
        >
          {words.remove}
          <span class="visually-hidden">{words.of(label)}</span>
        </button>
      </div>
      {open === 'codes' && <CodeList note={note} act={act} />}
      {open === 'edit' && (
        <CodesForm
          text={codes.map(({ text }) => text).join('\n')}
          action={words.saveChanges}
          focus
          onCodes={async (texts) => {
            const { undo } = await change(async (vault) =>
              (await vault.archive()).notes.setCodes(id, texts),
            );
            setOpen(undefined);
            tell(words.changed(label), async (vault) => (await vault.archive()).undo(undo));
          }}
          onCancel={() => {
            setOpen(undefined);
          }}
        />
      )}
      {open === 'earlier' && earlier && <earlier.EarlierNotes note={note} {...changes} />}
    </div>
  );
}
