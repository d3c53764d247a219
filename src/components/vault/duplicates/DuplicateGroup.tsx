import { useState } from 'preact/hooks';
import type { Entry } from '../../../lib/vault/entry.ts';
import { preferred } from '../../../lib/vault/entry-merge.ts';
import { AttemptNotes } from '../AttemptNotes.tsx';
import { day } from '../dates.ts';
import { entryTitle } from '../entry-text.ts';
import { useAttempt } from '../useAttempt.ts';
import type { Changes } from '../useChanges.ts';
import { words as vaultWords } from '../words.ts';
import { words } from './words.ts';

interface Props {
  /** Entries with the same secret. */
  readonly group: readonly Entry[];
  readonly changes: Changes;
}

/** Entries with the same secret, of which one is to stay. */
export function DuplicateGroup({ group, changes: { change, tell } }: Props) {
  const attempt = useAttempt();
  const [kept, setKept] = useState(() => preferred(group)?.id ?? '');
  const [first] = group;
  const name = first ? entryTitle(first) : '';
  const merge = (): Promise<boolean> =>
    attempt.run(words.merging, async () => {
      const others = group.map(({ id }) => id).filter((id) => id !== kept);
      const { entry, undo } = await change(async (vault) =>
        (await vault.archive()).merge(kept, others),
      );
      tell(words.merged(entryTitle(entry)), async (vault) => (await vault.archive()).undo(undo));
    });
  return (
    <fieldset class="duplicate-group vault-form" data-testid="duplicate-group">
      <legend>{words.keep}</legend>
      {group.map((entry) => (
        <label key={entry.id} class="choice">
          <input
            type="radio"
            name={`keep-${first?.id ?? ''}`}
            checked={entry.id === kept}
            onChange={() => {
              setKept(entry.id);
            }}
          />
          {entryTitle(entry)}
          <small>{detailsOf(entry)}</small>
        </label>
      ))}
      <div class="vault-buttons">
        <button type="button" class="button" data-testid="duplicate-merge" onClick={merge}>
          {words.merge}
          <span class="visually-hidden">{words.mergeOf(name)}</span>
        </button>
      </div>
      <AttemptNotes attempt={attempt} />
    </fieldset>
  );
}

/** What tells one of them from another. */
function detailsOf({ otp, status, tags = [], createdAt }: Entry): string {
  const rhythm = otp.type === 'hotp' ? `counter ${otp.counter}` : `${otp.period} s`;
  const kind = `${otp.type.toUpperCase()}, ${otp.algorithm}, ${otp.digits} digits, ${rhythm}`;
  return [
    ...[otp.issuer, otp.account, kind, vaultWords[status]],
    ...tags.map((tag) => `# ${tag}`),
    words.added(day(createdAt)),
  ]
    .filter((each) => each !== '')
    .join(' · ');
}
