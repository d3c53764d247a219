import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

interface Props {
  readonly field: RefObject<HTMLInputElement>;
  readonly label: string;
  /** Where the service hides its text key. */
  readonly hint: string;
}

/**
 * Where a secret key is typed; it has the focus at once. Uncontrolled, so that the key
 * never becomes an attribute.
 */
export function KeyField({ field, label, hint }: Props) {
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <div>
      <label class="field">
        {label}
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
    </div>
  );
}
