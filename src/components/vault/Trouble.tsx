import { VaultError } from '../../lib/vault/errors.ts';
import type { Vault } from '../../lib/vault/vault.browser.ts';
import { deriveInWorker } from '../../workers/derive-key.browser.ts';
import { AttemptNotes } from './AttemptNotes.tsx';
import { words } from './care-words.ts';
import { ReloadButton } from './ReloadButton.tsx';
import { useAttempt } from './useAttempt.ts';

/** The vault is not as this page left it: says so, and what lets it be changed again. */
export function Trouble({ vault }: { readonly vault: Vault }) {
  const attempt = useAttempt();
  const { problem } = vault;
  if (problem === undefined) return null;
  return (
    <div class="notice" data-tone="stop" role="alert" data-testid="vault-trouble">
      <p>{new VaultError(problem).message}</p>
      {problem === 'newer-schema' ? (
        <ReloadButton />
      ) : (
        <button
          type="button"
          class="button"
          onClick={() =>
            attempt.run(words.accepting, async () =>
              (await vault.access(deriveInWorker())).acceptHeader(),
            )
          }
        >
          {words.headerTrouble}
        </button>
      )}
      <AttemptNotes attempt={attempt} />
    </div>
  );
}
