import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLazy } from '../codes/useLazy.ts';
import { tellShown } from '../site/shown.ts';
import { useAdding } from './add/useAdding.ts';
import type { Identities } from './entry-text.ts';
import { FirstRun } from './FirstRun.tsx';
import { Notice } from './Notice.tsx';
import { ReloadButton } from './ReloadButton.tsx';
import { useChanges } from './useChanges.ts';
import { useVault } from './useVault.ts';
import { words } from './words.ts';

interface Props {
  readonly identities: Identities;
  /** Where someone without entries begins. */
  readonly firstGuide: string;
}

/** The full authenticator: all entries of this origin's vault with their codes. */
export default function AuthenticatorIsland({ identities, firstGuide }: Props) {
  const { status, vault, entries, unreadable, problem } = useVault();
  const { changes, done, failure, dismiss } = useChanges(vault);
  const region = useRef<HTMLDivElement>(null);
  const wasLocked = useRef(false);
  // The same list for as long as nothing changed, so that the rows are not gone through.
  const inUse = useMemo(() => entries.filter((each) => each.deletedAt === undefined), [entries]);
  const unlocked = status === 'unlocked' && vault !== undefined;
  const some = unlocked && inUse.length > 0;
  const list = useLazy(() => import('./Entries.tsx').then((part) => part.Entries), some);
  const locked = useLazy(() => import('./unlock/UnlockForm.tsx'), status === 'locked');
  // The codes come first: nothing else is fetched before they can be seen.
  const [shown, setShown] = useState(false);
  const rest = unlocked && (!some || shown);
  const settled = rest || status === 'locked' || status === 'unavailable';
  useEffect(() => {
    if (settled) tellShown();
  }, [settled]);
  const care = useLazy(() => import('./Care.tsx'), rest);
  const offline = useLazy(() => import('./OfflineNote.tsx'), rest);
  const nag = useLazy(() => import('./Nag.tsx'), rest && some);
  const hint = useLazy(() => import('../install/InstallHint.tsx'), rest && some);
  const [backups, setBackups] = useState<readonly File[]>([]);
  const adding = useAdding(unlocked, setBackups);
  const add = useLazy(
    () => import('./add/AddPanel.tsx').then((part) => part.AddPanel),
    adding.open,
  );
  const twins = useLazy(() => import('./duplicates/Duplicates.tsx'), rest && inUse.length > 1);
  const deleted = entries.filter((each) => each.deletedAt !== undefined);
  const trash = useLazy(() => import('./Trash.tsx'), rest && deleted.length > 0);
  const toast = useLazy(() => import('./UndoToast.tsx'), rest);
  const trouble = useLazy(() => import('./Trouble.tsx'), vault?.problem !== undefined);
  useEffect(() => {
    // The form that had the focus is gone.
    if (wasLocked.current && unlocked) region.current?.focus();
    wasLocked.current = status === 'locked';
    if (status === 'locked') dismiss();
  }, [status]);
  useEffect(() => {
    // The last entry went, and what had the focus in it.
    if (unlocked && !some && document.activeElement === document.body && shown)
      region.current?.focus();
  }, [some]);
  const Entries = list.module;
  const AddPanel = add.module;
  const addButton = (
    <button
      type="button"
      class="button button-primary"
      data-testid="vault-add"
      aria-expanded={adding.open}
      onClick={adding.open ? adding.close : adding.start}
    >
      {words.add}
    </button>
  );
  return (
    <div ref={region} class="authenticator" data-state={status} tabIndex={-1}>
      {status === 'opening' && <p role="status">{words.opening}</p>}
      {status === 'locked' && (
        <section class="authenticator-locked" aria-labelledby="locked-title">
          <h2 id="locked-title">{words.locked}</h2>
          <p>{words.lockedHint}</p>
          {vault && locked.module && <locked.module.UnlockForm vault={vault} focus />}
          <p>
            <a href="/faq/general/#faq-forgot-passphrase">{words.forgot}</a>
          </p>
        </section>
      )}
      {[list, locked, care, add].some((part) => part.failed) && (
        <Notice tone="stop">{words.partFailed}</Notice>
      )}
      {problem !== undefined && (
        <Notice tone="stop" action={<ReloadButton />}>
          {problem}
        </Notice>
      )}
      {failure !== undefined && <Notice tone="stop">{failure}</Notice>}
      {unlocked && trouble.module && <trouble.module.Trouble vault={vault} />}
      {unreadable > 0 && <Notice tone="wait">{words.unreadable(unreadable)}</Notice>}
      {unlocked && !some && (
        <FirstRun firstGuide={firstGuide} emptied={entries.length > 0} addButton={addButton} />
      )}
      {unlocked && adding.open && AddPanel && (
        <AddPanel
          {...changes}
          incoming={adding.incoming}
          onFiles={adding.files}
          onClose={adding.close}
        />
      )}
      {rest && offline.module && <offline.module.OfflineNote />}
      {some && nag.module && <nag.module.Nag vault={vault} />}
      {some && hint.module && <hint.module.InstallHint />}
      {some && twins.module && <twins.module.Duplicates entries={inUse} changes={changes} />}
      {some && Entries && (
        <Entries
          vault={vault}
          entries={inUse}
          identities={identities}
          changes={changes}
          onShown={() => {
            setShown(true);
          }}
        >
          {addButton}
          {vault.lockable && (
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
        </Entries>
      )}
      {deleted.length > 0 && trash.module && (
        <trash.module.Trash entries={deleted} act={changes.act} />
      )}
      {unlocked && care.module && (
        <care.module.Care
          vault={vault}
          changes={changes}
          hasEntries={entries.length > 0}
          backups={backups}
          onRestored={(text, token) => {
            changes.tell(text, async (open) => (await open.archive()).undo(token));
          }}
        />
      )}
      {done && toast.module && (
        <toast.module.UndoToast done={done} act={changes.act} onClose={dismiss} />
      )}
    </div>
  );
}
