import { useEffect, useState } from 'preact/hooks';

/** Whether a change was stored. */
type Store<T> = (value: T) => Promise<boolean>;

/** Shows what was chosen while it is being stored, and what holds when that failed. */
function useChoice<T>(value: T, store: Store<T>): [T, (chosen: T) => Promise<void>] {
  const [chosen, setChosen] = useState(value);
  useEffect(() => {
    setChosen(value);
  }, [value]);
  const choose = async (next: T): Promise<void> => {
    setChosen(next);
    if (!(await store(next))) setChosen(value);
  };
  return [chosen, choose];
}

interface FlagProps {
  readonly testId: string;
  readonly label: string;
  readonly hint: string;
  readonly value: boolean;
  readonly onChange: Store<boolean>;
}

/** Something that is on or off. */
export function Flag({ testId, label, hint, value, onChange }: FlagProps) {
  const id = `${testId}-hint`;
  const [chosen, choose] = useChoice(value, onChange);
  return (
    <div class="setting">
      <label>
        <input
          type="checkbox"
          data-testid={testId}
          checked={chosen}
          aria-describedby={id}
          onChange={(event) => choose(event.currentTarget.checked)}
        />{' '}
        {label}
      </label>
      <p id={id} class="hint">
        {hint}
      </p>
    </div>
  );
}

interface SecondsProps {
  readonly testId: string;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
  /** What is offered, in seconds; what is set is offered too. */
  readonly choices: readonly number[];
  readonly choice: (seconds: number) => string;
  readonly value: number;
  readonly onChange: Store<number>;
}

/** A number of seconds out of a few. */
export function Seconds({
  testId,
  label,
  hint,
  disabled = false,
  choices,
  choice,
  value,
  onChange,
}: SecondsProps) {
  const id = `${testId}-hint`;
  const [chosen, choose] = useChoice(value, onChange);
  return (
    <div class="setting">
      <label class="field">
        {label}
        <select
          data-testid={testId}
          disabled={disabled}
          value={String(chosen)}
          aria-describedby={id}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        >
          {[...new Set([...choices, value])].map((each) => (
            <option key={each} value={String(each)}>
              {choice(each)}
            </option>
          ))}
        </select>
      </label>
      <p id={id} class="hint">
        {hint}
      </p>
    </div>
  );
}
