import { useMemo } from 'preact/hooks';
import type { Entry } from '../../../lib/vault/entry.ts';
import { duplicates } from '../../../lib/vault/entry-merge.ts';
import type { Changes } from '../useChanges.ts';
import { DuplicateGroup } from './DuplicateGroup.tsx';
import { words } from './words.ts';

interface Props {
  /** Those in use. */
  readonly entries: readonly Entry[];
  readonly changes: Changes;
}

/** Offers to merge entries that hold the same secret; nothing where there are none. */
export function Duplicates({ entries, changes }: Props) {
  const groups = useMemo(() => duplicates(entries), [entries]);
  if (groups.length === 0) return null;
  return (
    <details class="duplicates" data-testid="duplicates">
      <summary>{words.title(groups.length)}</summary>
      <p>{words.intro}</p>
      {groups.map((group) => (
        <DuplicateGroup
          key={group
            .map(({ id }) => id)
            .sort()
            .join()}
          group={group}
          changes={changes}
        />
      ))}
    </details>
  );
}
