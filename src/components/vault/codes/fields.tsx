import { useId } from 'preact/hooks';

interface FlagProps {
  readonly testId: string;
  readonly label: string;
  readonly hint: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => unknown;
}

/** Something that is on or off. */
export function Flag({ testId, label, hint, value, onChange }: FlagProps) {
  const id = useId();
  return (
    <div class="setting">
      <label>
        <input
          type="checkbox"
          data-testid={testId}
          checked={value}
          aria-describedby={id}
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
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
  readonly onChange: (value: number) => unknown;
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
  const id = useId();
  return (
    <div class="setting">
      <label class="field">
        {label}
        <select
          data-testid={testId}
          disabled={disabled}
          value={String(value)}
          aria-describedby={id}
          onChange={(event) => {
            onChange(Number(event.currentTarget.value));
          }}
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
