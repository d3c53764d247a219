import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from './words.ts';

interface Props {
  readonly name: string;
  /** With the new name, or without one when nothing is to change. */
  readonly onDone: (name?: string) => Promise<void>;
}

/** Gives an entry the person's own name. */
export function RenameForm({ name, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null);
  // Before the next key is pressed, so that none is lost.
  useLayoutEffect(() => {
    field.current?.select();
  }, []);
  return (
    <form
      class="entry-rename"
      onSubmit={async (event) => {
        event.preventDefault();
        await onDone(field.current?.value.trim() ?? '');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') void onDone();
      }}
    >
      <label class="field">
        {words.renameLabel}
        <input ref={field} type="text" autocomplete="off" maxLength={100} defaultValue={name} />
      </label>
      <p class="hint">{words.renameHint}</p>
      <button type="submit" class="button button-primary">
        {words.save}
      </button>
      <button type="button" class="button" onClick={() => onDone()}>
        {words.cancel}
      </button>
    </form>
  );
}
