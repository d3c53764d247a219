import { useEffect, useState } from 'preact/hooks';
import type { AccessView } from '../useAccess.ts';
import type { Attempt } from '../useAttempt.ts';
import { idleChoices, words } from './words.ts';

interface Props {
  readonly view: AccessView;
  readonly attempt: Attempt;
}

/** After how many minutes without input the vault locks by itself. */
export function IdleTime({ view: { access }, attempt }: Props) {
  const [minutes, setMinutes] = useState<number>();
  useEffect(() => {
    void access()
      .then((ways) => ways.idleMinutes())
      .then(setMinutes, () => undefined);
  }, []);
  if (minutes === undefined) return null;
  const choices = [...new Set([...idleChoices, minutes])];
  return (
    <label class="field">
      {words.idle}
      <select
        data-testid="vault-idle"
        value={String(minutes)}
        onChange={async (event) => {
          const chosen = Number(event.currentTarget.value);
          const saved = await attempt.run(words.saving, async () =>
            (await access()).setIdleMinutes(chosen),
          );
          if (saved) setMinutes(chosen);
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={String(choice)}>
            {words.minutes(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}
