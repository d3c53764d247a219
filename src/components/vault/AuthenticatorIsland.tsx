import { useState } from 'preact/hooks';
import type { Entry } from '../../lib/vault/entry.ts';
import type { Vault } from '../../lib/vault/vault.browser.ts';
import { useLazy } from '../codes/useLazy.ts';
import { entryTitle, matching } from './entry-text.ts';
import { Trash } from './Trash.tsx';
import { UndoToast } from './UndoToast.tsx';
import { useVault } from './useVault.ts';
import { words } from './words.ts';

/** Runs one change of the vault; a refusal is shown, not thrown, and gives nothing. */
export type Act = <T>(change: (vault: Vault) => Promise<T>) => Promise<T | undefined>;

interface Props {
  /** How each guide's identities are called: by guide, then by identity. */
  readonly identityLabels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where someone without entries begins. */
  readonly firstGuide: string;
}

/** The full authenticator: all entries of this origin's vault with their codes. */
export default function AuthenticatorIsland({ identityLabels, firstGuide }: Props) {
  const { status, vault, entries, unreadable, problem } = useVault();
  const [filter, setFilter] = useState('');
  const [trashed, setTrashed] = useState<Entry>();
  const [failure, setFailure] = useState<string>();
  const inUse = entries.filter(({ deletedAt }) => deletedAt === undefined);
  const list = useLazy(() => import('./EntryList.tsx'), inUse.length > 0);

  const act: Act = async (change) => {
    setFailure(undefined);
    try {
      return vault && (await change(vault));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const trash = async (entry: Entry): Promise<void> => {
    await act((open) => open.trash(entry.id));
    setTrashed(entry);
  };

  const shown = [...matching(inUse, filter)].sort(replacedLast);
  return (
    <div class="authenticator" data-state={status}>
      {status === 'opening' && <p role="status">{words.opening}</p>}
      {status === 'locked' && <Notice tone="stop">{words.locked}</Notice>}
      {problem !== undefined && <Notice tone="stop">{problem}</Notice>}
      {failure !== undefined && <Notice tone="stop">{failure}</Notice>}
      {unreadable > 0 && <Notice tone="wait">{words.unreadable(unreadable)}</Notice>}
      {status === 'unlocked' && inUse.length === 0 && (
        <p class="authenticator-empty">
          {words.empty} <a href={firstGuide}>{words.emptyAction}</a>
        </p>
      )}
      {inUse.length > 0 && (
        <div class="authenticator-tools">
          <label class="field">
            {words.filter}
            <input
              type="search"
              data-testid="vault-filter"
              autocomplete="off"
              value={filter}
              onInput={(event) => {
                setFilter(event.currentTarget.value);
              }}
            />
          </label>
          <p role="status">
            {inUse.length === 1 ? words.one : words.count(shown.length, inUse.length)}
          </p>
        </div>
      )}
      {inUse.length > 0 && shown.length === 0 && <p>{words.noMatch(filter)}</p>}
      {list.module && (
        <list.module.EntryList
          entries={shown}
          identityLabels={identityLabels}
          act={act}
          onTrash={trash}
        />
      )}
      <Trash entries={entries.filter(({ deletedAt }) => deletedAt !== undefined)} act={act} />
      {trashed && (
        <UndoToast
          text={words.trashed(entryTitle(trashed))}
          onUndo={async () => {
            await act((open) => open.untrash(trashed.id));
            setTrashed(undefined);
          }}
          onClose={() => {
            setTrashed(undefined);
          }}
        />
      )}
    </div>
  );
}

function Notice({ tone, children }: { tone: 'wait' | 'stop'; children: string }) {
  return (
    <p class="notice" data-tone={tone} role="alert">
      {children}
    </p>
  );
}

function replacedLast(a: Entry, b: Entry): number {
  return Number(a.status === 'replaced') - Number(b.status === 'replaced');
}
