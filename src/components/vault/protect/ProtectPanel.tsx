import { useEffect, useRef, useState } from 'preact/hooks';
import { passkeysMayWork, webAuthnPasskey } from '../../../lib/vault/passkey-slot.browser.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { AttemptNotes } from '../AttemptNotes.tsx';
import { day } from '../dates.ts';
import { useAccess } from '../useAccess.ts';
import { useAttempt } from '../useAttempt.ts';
import { IdleTime } from './IdleTime.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import { RecoverySheet } from './RecoverySheet.tsx';
import { SlotList, slotName } from './SlotList.tsx';
import { words } from './words.ts';

/** Setting a passphrase; once there is one, all ways to unlock and when the vault locks. */
export function ProtectPanel({ vault }: { readonly vault: Vault }) {
  const view = useAccess(vault);
  const attempt = useAttempt();
  const heading = useRef<HTMLHeadingElement>(null);
  const [changing, setChanging] = useState(false);
  const [passkeys, setPasskeys] = useState(false);
  const [recoveryKey, setRecoveryKey] = useState<string>();
  const [said, setSaid] = useState('');
  const { access, slots } = view;
  useEffect(() => {
    void passkeysMayWork().then(setPasskeys);
  }, []);
  const lockable = slots?.some(({ kind }) => kind !== 'device') ?? false;
  useEffect(() => {
    // The form or the question that had the focus is gone.
    if (said !== '') heading.current?.focus();
  }, [said, lockable]);
  if (slots === undefined) return null;
  const hasPassphrase = slots.some(({ kind }) => kind === 'passphrase');

  const does = async (what: string, done: string, work: () => Promise<unknown>): Promise<void> => {
    setSaid('');
    if (await attempt.run(what, work)) setSaid(done);
  };
  const setPassphrase = (!lockable || changing) && (
    <NewPassphrase
      view={view}
      onSet={() => {
        setChanging(false);
        setSaid(hasPassphrase ? words.isChanged : words.isSet);
      }}
    />
  );
  return (
    <div class="vault-panel" data-testid="protect-panel">
      {lockable && (
        <h3 ref={heading} tabIndex={-1}>
          {words.slots}
        </h3>
      )}
      {said !== '' && (
        <p class="notice" data-tone="done" role="status">
          {said}
        </p>
      )}
      {lockable && (
        <SlotList
          slots={slots}
          onRemove={(slot) => {
            void does(words.removing, words.removed(slotName(slot)), async () =>
              (await access()).removeSlot(slot.id),
            );
          }}
        />
      )}
      {setPassphrase}
      {lockable && (
        <div class="vault-buttons">
          {!changing && (
            <button
              type="button"
              class="button"
              data-testid="change-passphrase"
              onClick={() => {
                setChanging(true);
              }}
            >
              {hasPassphrase ? words.change : words.set}
            </button>
          )}
          {passkeys && (
            <button
              type="button"
              class="button"
              data-testid="add-passkey"
              onClick={() =>
                does(words.addingPasskey, words.passkeyAdded, async () =>
                  (await access()).addPasskey(
                    webAuthnPasskey(),
                    words.passkeyLabel(day(Date.now())),
                  ),
                )
              }
            >
              {words.addPasskey}
            </button>
          )}
          <button
            type="button"
            class="button"
            data-testid="add-recovery"
            onClick={() =>
              attempt.run(words.makingRecovery, async () => {
                setRecoveryKey(await (await access()).addRecoveryKey());
              })
            }
          >
            {words.addRecovery}
          </button>
        </div>
      )}
      <AttemptNotes attempt={attempt} />
      {lockable && <IdleTime view={view} attempt={attempt} />}
      {recoveryKey !== undefined && (
        <RecoverySheet
          recoveryKey={recoveryKey}
          onClose={() => {
            setRecoveryKey(undefined);
          }}
        />
      )}
    </div>
  );
}
