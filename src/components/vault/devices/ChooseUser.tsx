import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryGuide } from '../../../lib/guides/entry-guide.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { AttemptNotes } from '../AttemptNotes.tsx';
import { IdentityFields } from '../edit/IdentityFields.tsx';
import { readIdentity } from '../edit/read-form.ts';
import type { Changes } from '../useChanges.ts';
import { useAttempt } from '../useAttempt.ts';
import { words } from './words.ts';

interface Props {
  readonly guide: EntryGuide;
  readonly entry: Entry;
  /** What the device is called. */
  readonly name: string;
  readonly changes: Changes;
  /** It was chosen, and the row is about to go where it belongs. */
  readonly onChosen: () => void;
}

/** Asks whose an entry is that does not say. */
export function ChooseUser({ guide, entry, name, changes, onChosen }: Props) {
  const [open, setOpen] = useState(false);
  const attempt = useAttempt();
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) form.current?.querySelector('select')?.focus();
  }, [open]);
  const save = async (filled: HTMLFormElement): Promise<void> => {
    const identity = readIdentity(new FormData(filled));
    const saved = await attempt.run(words.saving, async () => {
      const { undo } = await changes.change(async (vault) =>
        (await vault.archive()).edit(entry.id, { identity, guide: guide.slug }),
      );
      changes.tell(words.chosen(name), async (vault) => (await vault.archive()).undo(undo));
    });
    if (saved) onChosen();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button button-quiet"
        data-testid="devices-choose"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {words.choose}
        <span class="visually-hidden">{words.chooseOf(name)}</span>
      </button>
      {open && (
        <form
          ref={form}
          class="vault-form"
          aria-label={words.chooseTitle(name)}
          onSubmit={(event) => {
            event.preventDefault();
            void save(event.currentTarget);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setOpen(false);
            button.current?.focus();
          }}
        >
          <IdentityFields
            kinds={Object.fromEntries(guide.identities.map((each) => [each.id, each]))}
            identity={undefined}
            required
          />
          <AttemptNotes attempt={attempt} />
          <div>
            <button type="submit" class="button button-primary">
              {words.save}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
