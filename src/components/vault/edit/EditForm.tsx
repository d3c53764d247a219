import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../../lib/vault/entry.ts';
import { LONGEST } from '../../../lib/vault/entry-edit.ts';
import { AttemptNotes } from '../AttemptNotes.tsx';
import { entryTitle } from '../entry-text.ts';
import type { PanelProps } from '../menu-items.ts';
import { useAttempt } from '../useAttempt.ts';
import { slugOf } from '../guide/load-guide.ts';
import { AdvancedFields } from './AdvancedFields.tsx';
import { IdentityFields } from './IdentityFields.tsx';
import { readForm } from './read-form.ts';
import { words } from './words.ts';

/** Everything a person can change about an entry, saved in one go. */
export function EditForm({ entry: shown, identities, change, tell, onClose }: PanelProps) {
  // As it was when the form was opened: what another tab changes must not empty the fields.
  const [entry] = useState(shown);
  const attempt = useAttempt();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  const title = entryTitle(entry);
  const guide = useGuide(entry);
  const kinds = identities[guide ?? ''];
  const save = async (form: HTMLFormElement): Promise<void> => {
    const saved = await attempt.run(words.saving, async () => {
      const wanted = { ...readForm(new FormData(form)), guide };
      const { entry: edited, undo } = await change(async (vault) =>
        (await vault.archive()).edit(entry.id, wanted),
      );
      if (undo.entries.length === 0) return;
      tell(words.saved(entryTitle(edited)), async (vault) => (await vault.archive()).undo(undo));
    });
    if (saved) onClose();
  };
  return (
    <form
      class="entry-panel vault-form"
      aria-label={words.title(title)}
      data-testid="entry-edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save(event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div>
        <label class="field">
          {words.name}
          <input
            ref={first}
            name="name"
            autocomplete="off"
            maxLength={LONGEST.name}
            defaultValue={entry.name ?? ''}
            aria-describedby="edit-name-hint"
          />
        </label>
        <small id="edit-name-hint">{words.nameHint}</small>
      </div>
      <div class="edit-pair">
        <label class="field">
          {words.issuer}
          <input name="issuer" autocomplete="off" defaultValue={entry.otp.issuer} />
        </label>
        <label class="field">
          {words.account}
          <input
            name="account"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            defaultValue={entry.otp.account}
          />
        </label>
      </div>
      {kinds && <IdentityFields kinds={kinds} identity={entry.identity} />}
      <div>
        <label class="field">
          {words.tags}
          <input
            name="tags"
            autocomplete="off"
            defaultValue={(entry.tags ?? []).join(', ')}
            aria-describedby="edit-tags-hint"
          />
        </label>
        <small id="edit-tags-hint">{words.tagsHint}</small>
      </div>
      <div>
        <label class="field">
          {words.note}
          <textarea
            name="note"
            rows={3}
            maxLength={LONGEST.note}
            defaultValue={entry.note ?? ''}
            aria-describedby="edit-note-hint"
          />
        </label>
        <small id="edit-note-hint">{words.noteHint}</small>
      </div>
      <details class="edit-advanced">
        <summary>{words.advanced}</summary>
        <AdvancedFields otp={entry.otp} />
      </details>
      <AttemptNotes attempt={attempt} />
      <div class="vault-buttons">
        <button type="submit" class="button button-primary">
          {words.save}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

/** Slug of the guide whose identities are offered: the entry’s own, else that of its issuer. */
function useGuide({ guide, otp: { issuer } }: Entry): string | undefined {
  const [known, setKnown] = useState(guide);
  useEffect(() => {
    // Without a connection the identity is not asked for; all else can be edited.
    if (guide === undefined) slugOf(issuer).then(setKnown, () => undefined);
  }, []);
  return known;
}
