import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Adjust } from './useCapture.ts';
import type { KeyFormProps } from './CapturePanel.tsx';
import { words } from './words.ts';

interface Props extends KeyFormProps {
  /** What the button says. */
  readonly submit?: string;
  /** Fields beside the key. */
  readonly children?: ComponentChildren;
  /** What these fields make of a key that was read. */
  readonly details?: (text: string, form: FormData) => Adjust;
}

/**
 * Typing the secret key; its field has the focus at once. Uncontrolled, so that the key
 * never becomes an attribute.
 */
export function KeyForm({ hint, onSubmit, submit = words.keySubmit, children, details }: Props) {
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
        const text = field.current?.value ?? '';
        await onSubmit(text, details?.(text, new FormData(event.currentTarget)));
      }}
    >
      <div>
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
      </div>
      {children}
      <button type="submit" class="button button-primary" data-testid="key-submit">
        {submit}
      </button>
    </form>
  );
}
