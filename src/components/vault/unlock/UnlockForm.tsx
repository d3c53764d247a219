import { useEffect, useRef, useState } from 'preact/hooks';
import type { UnlockSecret } from '../../../lib/vault/access.browser.ts';
import { webAuthnPasskey } from '../../../lib/vault/passkey-slot.browser.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { AttemptNotes } from '../AttemptNotes.tsx';
import { useAccess } from '../useAccess.ts';
import { useAttempt } from '../useAttempt.ts';
import { SecretField } from './SecretField.tsx';
import { words } from './words.ts';

interface Props {
  readonly vault: Vault;
  /** Whether the field takes the focus: not on a page that is about something else. */
  readonly focus: boolean;
}

/** The ways that this vault can be unlocked, the passphrase first. */
export function UnlockForm({ vault, focus }: Props) {
  const { access, slots, slow } = useAccess(vault);
  const attempt = useAttempt();
  const field = useRef<HTMLInputElement>(null);
  const [wantsRecovery, setWantsRecovery] = useState(false);

  const has = (kind: string): boolean => slots?.some((slot) => slot.kind === kind) ?? false;
  const both = has('passphrase') && has('recovery');
  const typed = has('passphrase') || has('recovery');
  const recovery = has('recovery') && (wantsRecovery || !has('passphrase'));
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [typed, recovery, focus]);

  const unlock = async (what: string, secret: UnlockSecret): Promise<void> => {
    const unlocked = await attempt.run(what, async () => (await access()).unlock(secret));
    if (!unlocked) field.current?.select();
  };
  if (slots === undefined) return null;
  if (!typed && !has('passkey')) {
    return (
      <p class="notice" data-tone="stop" role="alert">
        {words.noWay}
      </p>
    );
  }
  return (
    <form
      class="vault-form"
      data-testid="vault-unlock"
      onSubmit={(event) => {
        event.preventDefault();
        const text = field.current?.value ?? '';
        if (text === '' || attempt.busy !== undefined) return;
        void (recovery
          ? unlock(words.checking, { recoveryKey: text })
          : unlock(slow ? words.derivingSlowly : words.deriving, { passphrase: text }));
      }}
    >
      {typed && (
        <SecretField
          // Another field for another thing: what was typed into one is not for the other.
          key={String(recovery)}
          field={field}
          label={recovery ? words.recovery : words.passphrase}
          autocomplete={recovery ? 'off' : 'current-password'}
          testId="vault-passphrase"
          invalid={attempt.problem !== undefined}
          describedBy={attempt.problem === undefined ? undefined : 'unlock-problem'}
        />
      )}
      {recovery && <p class="hint">{words.recoveryHint}</p>}
      <AttemptNotes attempt={attempt} id="unlock-problem" />
      <div class="vault-buttons">
        {typed && (
          <button type="submit" class="button button-primary">
            {words.unlock}
          </button>
        )}
        {has('passkey') && (
          <button
            type="button"
            class={typed ? 'button' : 'button button-primary'}
            data-testid="vault-unlock-passkey"
            onClick={() => unlock(words.askingPasskey, { passkey: webAuthnPasskey() })}
          >
            {words.withPasskey}
          </button>
        )}
        {both && (
          <button
            type="button"
            class="button button-quiet"
            data-testid="vault-unlock-other"
            onClick={() => {
              setWantsRecovery(!wantsRecovery);
            }}
          >
            {recovery ? words.usePassphrase : words.useRecovery}
          </button>
        )}
      </div>
    </form>
  );
}
