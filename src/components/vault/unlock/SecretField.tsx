import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { words } from './words.ts';

interface Props {
  readonly field: RefObject<HTMLInputElement>;
  readonly label: string;
  readonly autocomplete: 'current-password' | 'new-password' | 'off';
  readonly testId?: string;
  /** Ids of what explains the field or says what is wrong with it. */
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly onInput?: (value: string) => void;
}

/** A field for a passphrase or key; uncontrolled, so that what is typed never becomes an attribute. */
export function SecretField({
  field,
  label,
  autocomplete,
  testId,
  describedBy,
  invalid = false,
  onInput,
}: Props) {
  const [shown, setShown] = useState(false);
  return (
    <div class="secret-field">
      <label class="field">
        {label}
        <input
          ref={field}
          type={shown ? 'text' : 'password'}
          data-testid={testId}
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          required
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onInput={(event) => onInput?.(event.currentTarget.value)}
        />
      </label>
      <button
        type="button"
        class="button button-quiet"
        aria-pressed={shown}
        onClick={() => {
          setShown(!shown);
          field.current?.focus();
        }}
      >
        {shown ? words.hide : words.show}
        <span class="visually-hidden"> {label}</span>
      </button>
    </div>
  );
}
