import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDesk, type CounterEntry, type DeskStore } from './desk.ts';
import { words } from './words.ts';

interface Props {
  readonly desk: DeskStore;
  readonly entry: CounterEntry;
  readonly onClose: () => void;
}

/** Sets the counter by hand, for a service that lost step; going back says what that means. */
export function CounterForm({ desk, entry, onClose }: Props) {
  const { setCounter } = useDesk(desk);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<number>();
  const [wrong, setWrong] = useState(false);
  const hint = `counter-${entry.id}`;
  const { counter } = entry.otp;
  useLayoutEffect(() => {
    field.current?.select();
  }, []);
  return (
    <form
      class="entry-counter"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const wanted = wholeOf(field.current?.value ?? '');
        setWrong(wanted === undefined);
        if (wanted === undefined) field.current?.focus();
        else if (await setCounter(entry, wanted)) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <label class="field">
        {words.counterLabel}
        <input
          ref={field}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={16}
          defaultValue={String(counter)}
          aria-describedby={hint}
          aria-invalid={wrong}
          data-testid="counter-field"
          onInput={(event) => {
            setTyped(wholeOf(event.currentTarget.value));
          }}
        />
      </label>
      <div id={hint} class="hint" aria-live="polite">
        <p>{words.counterNow(counter)}</p>
        {typed !== undefined && typed < counter && <p>{words.counterBack(typed, counter)}</p>}
        {wrong && <p class="field-problem">{words.counterWrong}</p>}
      </div>
      <button type="submit" class="button button-primary">
        {words.save}
      </button>
      <button type="button" class="button" onClick={onClose}>
        {words.cancel}
      </button>
    </form>
  );
}

/** The whole number that a text is, spaces aside. */
function wholeOf(text: string): number | undefined {
  const digits = text.replace(/\s/g, '');
  const value = /^\d+$/.test(digits) ? Number(digits) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}
