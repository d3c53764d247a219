import { useRef } from 'preact/hooks';
import type { KeyFormProps } from './CapturePanel.tsx';
import { KeyField } from './KeyField.tsx';
import { words } from './words.ts';

/** Typing the secret key. */
export function KeyForm({ hint, onSubmit }: KeyFormProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      class="capture-key"
      autocomplete="off"
      onSubmit={async (event) => {
        event.preventDefault();
        await onSubmit(field.current?.value ?? '');
      }}
    >
      <KeyField field={field} label={words.keyLabel} hint={hint} />
      <button type="submit" class="button button-primary" data-testid="key-submit">
        {words.keySubmit}
      </button>
    </form>
  );
}
