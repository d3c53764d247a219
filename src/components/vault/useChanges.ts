import { useMemo, useRef, useState } from 'preact/hooks';
import { VaultError } from '../../lib/vault/errors.ts';
import type { Vault } from '../../lib/vault/vault.browser.ts';

/** Runs one change of the vault; a refusal is shown, not thrown, and gives nothing. */
export type Act = <T>(change: (vault: Vault) => Promise<T>) => Promise<T | undefined>;

/** How parts of the authenticator change the vault. The same object for as long as it is shown. */
export interface Changes {
  /** For what says itself what went wrong, where the person is. */
  readonly change: <T>(change: (vault: Vault) => Promise<T>) => Promise<T>;
  readonly act: Act;
  /** Says what was done, with the way back where there is one. */
  readonly tell: (text: string, undo?: (vault: Vault) => Promise<unknown>) => void;
}

/** What was done, and how to take it back. */
export interface Done {
  readonly text: string;
  readonly undo: ((vault: Vault) => Promise<unknown>) | undefined;
}

interface ChangesView {
  readonly changes: Changes;
  readonly done: Done | undefined;
  /** Why the last change was not made. */
  readonly failure: string | undefined;
  readonly dismiss: () => void;
}

/** Changes of the vault, what to say about the last one, and what went wrong with it. */
export function useChanges(vault: Vault | undefined): ChangesView {
  const current = useRef(vault);
  current.current = vault;
  const [done, setDone] = useState<Done>();
  const [failure, setFailure] = useState<string>();
  const change: Changes['change'] = async (what) => {
    if (current.current === undefined) throw new VaultError('closed');
    return what(current.current);
  };
  const changes = useMemo<Changes>(
    () => ({
      change,
      async act(what) {
        setFailure(undefined);
        try {
          return await change(what);
        } catch (error) {
          setFailure(error instanceof Error ? error.message : String(error));
          return undefined;
        }
      },
      tell(text, undo) {
        setDone({ text, undo });
      },
    }),
    [],
  );
  const dismiss = (): void => {
    setDone(undefined);
  };
  return { changes, done, failure, dismiss };
}
