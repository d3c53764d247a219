import { useEffect, useRef, useState } from 'preact/hooks';
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

/** What was done, and how to take it back. */
interface Done {
  readonly text: string;
  readonly undo: (vault: Vault) => Promise<unknown>;
}

/** The full authenticator: all entries of this origin's vault with their codes. */
export default function AuthenticatorIsland({ identityLabels, firstGuide }: Props) {
  const { status, vault, entries, unreadable, problem } = useVault();
  const [filter, setFilter] = useState('');
  const [done, setDone] = useState<Done>();
  const [failure, setFailure] = useState<string>();
  const region = useRef<HTMLDivElement>(null);
  const wasLocked = useRef(false);
  const inUse = entries.filter(({ deletedAt }) => deletedAt === undefined);
  const unlocked = status === 'unlocked' && vault !== undefined;
  const list = useLazy(() => import('./EntryList.tsx'), inUse.length > 0);
  const locked = useLazy(() => import('./unlock/UnlockForm.tsx'), status === 'locked');
  const care = useLazy(() => import('./Care.tsx'), unlocked);
  const nag = useLazy(() => import('./Nag.tsx'), unlocked && inUse.length > 0);
  const trouble = useLazy(() => import('./Trouble.tsx'), vault?.problem !== undefined);
  useEffect(() => {
    // The form that had the focus is gone.
    if (wasLocked.current && unlocked) region.current?.focus();
    wasLocked.current = status === 'locked';
    if (status === 'locked') setDone(undefined);
  }, [status]);

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
    const trashed = await act((open) => open.trash(entry.id));
    if (trashed === undefined) return;
    setDone({
      text: words.trashed(entryTitle(entry)),
      undo: (open) => open.untrash(entry.id),
    });
  };

  const shown = [...matching(inUse, filter)].sort(replacedLast);
  return (
    <div ref={region} class="authenticator" data-state={status} tabIndex={-1}>
      {status === 'opening' && <p role="status">{words.opening}</p>}
      {status === 'locked' && (
        <section class="authenticator-locked" aria-labelledby="locked-title">
          <h2 id="locked-title">{words.locked}</h2>
          <p>{words.lockedHint}</p>
          {vault && locked.module && <locked.module.UnlockForm vault={vault} focus />}
        </section>
      )}
      {(locked.failed ?? care.failed) && <Notice tone="stop">{words.partFailed}</Notice>}
      {problem !== undefined && <Notice tone="stop">{problem}</Notice>}
      {failure !== undefined && <Notice tone="stop">{failure}</Notice>}
      {unlocked && trouble.module && <trouble.module.Trouble vault={vault} />}
      {unreadable > 0 && <Notice tone="wait">{words.unreadable(unreadable)}</Notice>}
      {unlocked && inUse.length === 0 && (
        <p class="authenticator-empty">
          {words.empty} <a href={firstGuide}>{words.emptyAction}</a>
        </p>
      )}
      {unlocked && inUse.length > 0 && nag.module && <nag.module.Nag vault={vault} />}
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
          {vault?.lockable === true && (
            <button
              type="button"
              class="button"
              data-testid="vault-lock"
              onClick={() => {
                vault.lock();
              }}
            >
              {words.lockNow}
            </button>
          )}
        </div>
      )}
      {inUse.length > 0 && shown.length === 0 && <p>{words.noMatch(filter)}</p>}
      {vault && list.module && (
        <list.module.EntryList
          vault={vault}
          all={inUse}
          entries={shown}
          identityLabels={identityLabels}
          act={act}
          onTrash={trash}
        />
      )}
      <Trash entries={entries.filter(({ deletedAt }) => deletedAt !== undefined)} act={act} />
      {unlocked && care.module && (
        <care.module.Care
          vault={vault}
          hasEntries={entries.length > 0}
          onRestored={(text, token) => {
            setDone({ text, undo: async (open) => (await open.archive()).undo(token) });
          }}
        />
      )}
      {done && (
        <UndoToast
          text={done.text}
          onUndo={async () => {
            await act(done.undo);
            setDone(undefined);
          }}
          onClose={() => {
            setDone(undefined);
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
