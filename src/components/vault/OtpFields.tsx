const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'];

interface NumberProps {
  readonly name: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** What stands in it at first. */
  readonly value: number;
}

/** A whole number of what codes are made with. */
export function NumberField({ name, label, min, max, value }: NumberProps) {
  return (
    <label class="field">
      {label}
      <input
        name={name}
        type="number"
        min={min}
        max={max}
        step={1}
        required
        defaultValue={String(value)}
      />
    </label>
  );
}

interface AlgorithmProps {
  readonly label: string;
  readonly value?: string;
}

/** Which algorithm codes are made with. */
export function AlgorithmField({ label, value = 'SHA1' }: AlgorithmProps) {
  return (
    <label class="field">
      {label}
      <select name="algorithm">
        {ALGORITHMS.map((each) => (
          <option key={each} selected={each === value}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}
