import { useEffect, useRef } from 'preact/hooks';
import type { KeyFormProps } from './CapturePanel.tsx';
import { words } from './words.ts';

/** Typing the secret key. The field is uncontrolled, so that the key never becomes an attribute. */
export function KeyForm({ hint, onSubmit }: KeyFormProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <form
      class="capture-key"
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
      <p id="key-hint" class="capture-hint">
        {hint}
      </p>
      <button type="submit" class="button button-primary" data-testid="key-submit">
        {words.keySubmit}
      </button>
    </form>
  );
}
