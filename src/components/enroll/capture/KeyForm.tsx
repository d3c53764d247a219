import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words.ts';

interface Props {
  /** Where this service hides its text key. */
  readonly hint: string;
  readonly onSubmit: (text: string) => Promise<void>;
}

/** Typing the secret key. The field is uncontrolled, so that the key never becomes an attribute. */
export function KeyForm({ hint, onSubmit }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <form
      class="enroll-key"
      autocomplete="off"
      onSubmit={async (event) => {
        event.preventDefault();
        await onSubmit(field.current?.value ?? '');
      }}
    >
      <label class="field">
        {words.keyLabel}
        <input
          ref={field}
          type="text"
          data-testid="key-input"
          aria-describedby="key-hint"
          autocapitalize="none"
          autocomplete="off"
          spellcheck={false}
        />
      </label>
      <p id="key-hint" class="enroll-hint">
        {hint}
      </p>
      <button type="submit" class="button button-primary" data-testid="key-submit">
        {words.keySubmit}
      </button>
    </form>
  );
}
