import { useEffect, useRef, useState } from 'preact/hooks';
import { AttemptNotes } from '../AttemptNotes.tsx';
import type { AccessView } from '../useAccess.ts';
import { useAttempt } from '../useAttempt.ts';
import { SecretField } from '../unlock/SecretField.tsx';
import { strengthOf, strengthWords } from './strength.ts';
import { words } from './words.ts';

interface Props {
  readonly view: AccessView;
  readonly onSet: () => void;
}

/** Sets the passphrase or changes it; retires the key of this device unless told otherwise. */
export function NewPassphrase({ view: { access, slots = [], slow }, onSet }: Props) {
  const attempt = useAttempt();
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const retire = useRef<HTMLInputElement>(null);
  const [strength, setStrength] = useState(() => strengthOf(''));
  const changes = slots.some(({ kind }) => kind === 'passphrase');
  const hasDevice = slots.length === 0 || slots.some(({ kind }) => kind === 'device');
  useEffect(() => {
    first.current?.focus();
  }, []);

  const submit = async (): Promise<void> => {
    const passphrase = first.current?.value ?? '';
    const set = await attempt.run(slow ? words.settingSlowly : words.setting, async () => {
      if (passphrase !== second.current?.value) throw new Error(words.different);
      const retireDevice = retire.current?.checked ?? false;
      await (await access()).setPassphrase(passphrase, { retireDevice });
    });
    if (set) onSet();
    else first.current?.focus();
  };
  return (
    <form
      class="vault-form"
      data-testid="vault-passphrase-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (attempt.busy === undefined) void submit();
      }}
    >
      {!changes && <p>{words.intro}</p>}
      <SecretField
        field={first}
        label={words.newPassphrase}
        autocomplete="new-password"
        testId="new-passphrase"
        describedBy="strength new-passphrase-problem"
        invalid={attempt.problem !== undefined}
        onInput={(value) => {
          setStrength(strengthOf(value));
        }}
      />
      <p id="strength" class="hint" data-strength={strength}>
        {strengthWords[strength]}
      </p>
      <SecretField
        field={second}
        label={words.again}
        autocomplete="new-password"
        testId="new-passphrase-again"
      />
      {hasDevice && (
        <label class="choice">
          <input ref={retire} type="checkbox" data-testid="retire-device" defaultChecked />
          {words.retire}
          <small>{words.retireHint}</small>
        </label>
      )}
      <p class="notice" data-tone="wait">
        {words.noReset}
      </p>
      <AttemptNotes attempt={attempt} id="new-passphrase-problem" />
      <div class="vault-buttons">
        <button type="submit" class="button button-primary" data-testid="set-passphrase">
          {changes ? words.change : words.set}
        </button>
      </div>
    </form>
  );
}
