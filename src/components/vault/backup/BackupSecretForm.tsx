import { useRef, useState } from 'preact/hooks';
import type { BackupSecret, BackupSlotKind } from '../../../lib/vault/backup.ts';
import { AttemptNotes } from '../AttemptNotes.tsx';
import type { Attempt } from '../useAttempt.ts';
import { SecretField } from '../unlock/SecretField.tsx';
import { words } from './words.ts';

interface Props {
  /** What opens the file. */
  readonly slots: readonly BackupSlotKind[];
  readonly attempt: Attempt;
  readonly testId: string;
  readonly action: string;
  readonly onSecret: (secret: BackupSecret) => Promise<boolean>;
}

/** Asks for what opens a backup: its passphrase, or a recovery key. */
export function BackupSecretForm({ slots, attempt, testId, action, onSecret }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [wantsRecovery, setWantsRecovery] = useState(false);
  const both = slots.length > 1;
  const recovery = both ? wantsRecovery : slots[0] === 'recovery';
  const problemId = `${testId}-problem`;
  return (
    <form
      class="vault-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const text = field.current?.value ?? '';
        if (attempt.busy !== undefined) return;
        const opened = await onSecret(recovery ? { recoveryKey: text } : { passphrase: text });
        if (!opened) field.current?.select();
      }}
    >
      <SecretField
        key={String(recovery)}
        field={field}
        label={recovery ? words.importRecovery : words.importPassphrase}
        autocomplete={recovery ? 'off' : 'current-password'}
        testId={testId}
        invalid={attempt.problem !== undefined}
        describedBy={attempt.problem === undefined ? undefined : problemId}
      />
      <AttemptNotes attempt={attempt} id={problemId} />
      <div class="vault-buttons">
        <button type="submit" class="button button-primary" data-testid={`${testId}-submit`}>
          {action}
        </button>
        {both && (
          <button
            type="button"
            class="button button-quiet"
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
