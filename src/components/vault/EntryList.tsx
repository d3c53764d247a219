import type { Entry } from '../../lib/vault/entry.ts';
import { useNow } from '../codes/useNow.ts';
import { CodeDesk } from './codes/CodeDesk.tsx';
import type { Vault } from '../../lib/vault/vault.browser.ts';
import type { Act } from './AuthenticatorIsland.tsx';
import { EntryRow } from './EntryRow.tsx';

interface Props {
  readonly vault: Vault;
  readonly all: readonly Entry[];
  readonly entries: readonly Entry[];
  readonly identityLabels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly act: Act;
  readonly onTrash: (entry: Entry) => Promise<void>;
}

/** All entries on one clock; loaded once there are entries, for it brings the code making. */
export function EntryList({ vault, all, entries, identityLabels, act, onTrash }: Props) {
  const now = useNow();
  return (
    <CodeDesk vault={vault} all={all} listed={entries} act={act}>
      <ul class="entries">
        {entries.map((entry) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            now={now}
            identity={identityText(entry, identityLabels)}
            act={act}
            onTrash={onTrash}
          />
        ))}
      </ul>
    </CodeDesk>
  );
}

function identityText(
  { guide = '', identity }: Entry,
  labels: Props['identityLabels'],
): string | undefined {
  if (identity === undefined) return undefined;
  return [labels[guide]?.[identity.kind], identity.name].filter(Boolean).join(' ');
}
