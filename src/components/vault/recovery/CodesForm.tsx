import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { readCodes } from '../../../lib/vault/note-text.ts';
import { AttemptNotes } from '../AttemptNotes.tsx';
import { useAttempt } from '../useAttempt.ts';
import { words } from './words.ts';

interface Props {
  /** Codes to begin with, one a line. */
  readonly text: string;
  readonly action: string;
  readonly focus: boolean;
  /** Rejects where they could not be kept; what was typed stays then. */
  readonly onCodes: (codes: readonly string[]) => Promise<unknown>;
  readonly onCancel?: (() => void) | undefined;
}

/** Takes a list of recovery codes as a service shows it. */
export function CodesForm({ text, action, focus, onCodes, onCancel }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const attempt = useAttempt();
  const hint = useId();
  const problem = useId();
  const [count, setCount] = useState<number>();
  useEffect(() => {
    if (focus) field.current?.focus();
  }, []);
  const look = (typed: string): void => {
    try {
      setCount(readCodes(typed).length);
    } catch {
      setCount(undefined);
    }
  };
  return (
    <form
      class="vault-form"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = field.current?.value ?? '';
        void attempt.run(words.saving, async () => {
          await onCodes(readCodes(typed));
          if (field.current) field.current.value = '';
        });
      }}
    >
      <label class="field">
        {words.codes}
        <textarea
          ref={field}
          class="recovery-field"
          rows={6}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          defaultValue={text}
          aria-describedby={`${hint} ${problem}`}
          data-testid="recovery-input"
          onInput={(event) => {
            look(event.currentTarget.value);
          }}
        />
      </label>
      <p id={hint} class="hint">
        {words.codesHint} <span role="status">{count !== undefined && words.found(count)}</span>
      </p>
      <AttemptNotes attempt={attempt} id={problem} />
      <div class="vault-buttons">
        <button type="submit" class="button button-primary" data-testid="recovery-save">
          {action}
        </button>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {words.cancel}
          </button>
        )}
      </div>
    </form>
  );
}
