import { useEffect, useState } from 'preact/hooks';
import type { RecoveryNote } from '../../../lib/vault/note.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import type { Changes } from '../useChanges.ts';

export interface Notes {
  /** The newest first, those in the trash included; absent until they are read. */
  readonly notes: readonly RecoveryNote[] | undefined;
  readonly unreadable: number;
  /** Why they could not be read. */
  readonly problem: string | undefined;
}

const nothing = { notes: undefined, unreadable: 0, problem: undefined };

/** The notes of recovery codes, followed through every change. */
export function useNotes(change: Changes['change']): Notes {
  const [view, setView] = useState<Notes>(nothing);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let closed = false;
    const read = async (vault: Vault): Promise<void> => {
      const { notes, unreadable } = await (await vault.archive()).notes.list();
      if (!closed) setView({ notes, unreadable: unreadable.length, problem: undefined });
    };
    const fail = (error: unknown): void => {
      setView({ ...nothing, problem: error instanceof Error ? error.message : String(error) });
    };
    change(async (vault) => {
      stop = vault.subscribe(() => {
        read(vault).catch(fail);
      });
      await read(vault);
    }).catch(fail);
    return () => {
      closed = true;
      stop?.();
    };
  }, []);
  return view;
}
