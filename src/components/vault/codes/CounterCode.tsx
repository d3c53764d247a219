import { useState } from 'preact/hooks';
import { CopyCode } from './CopyCode.tsx';
import { CounterForm } from './CounterForm.tsx';
import { useDesk, type CounterEntry, type DeskStore } from './desk.ts';
import { HidingCode } from './HidingCode.tsx';
import { ShowButton } from './ShowButton.tsx';
import { words } from './words.ts';

interface Props {
  readonly desk: DeskStore;
  readonly entry: CounterEntry;
  readonly title: string;
}

/** A counter-based code: made on demand, shown once the counter is saved, for a code is used once. */
export function CounterCode({ desk, entry, title }: Props) {
  const { counterCode, nextCounterCode, hides, shows, toggle } = useDesk(desk);
  const [setting, setSetting] = useState(false);
  const { id } = entry;
  const made = counterCode(id);
  return (
    <div class="entry-codes">
      {made !== undefined && (
        <>
          <HidingCode desk={desk} id={id} code={made.code} testId="entry-code" />
          <ShowButton desk={desk} id={id} title={title} />
        </>
      )}
      <CopyCode
        desk={desk}
        entry={entry}
        title={title}
        which="current"
        name={made === undefined ? words.getAndCopy : undefined}
      />
      <button
        type="button"
        class="button"
        data-testid="entry-next"
        onClick={async () => {
          const next = await nextCounterCode(entry);
          if (next !== undefined && hides && !shows(id)) toggle(id);
        }}
      >
        {words.nextCode}
        <span class="visually-hidden"> {words.forEntry(title)}</span>
      </button>
      <span class="entry-next">
        <span role="status">
          {made === undefined ? words.counterHint : words.counterOf(made.counter)}
        </span>
        <button
          type="button"
          class="button button-quiet"
          data-testid="entry-set-counter"
          aria-expanded={setting}
          onClick={() => {
            setSetting(!setting);
          }}
        >
          {words.setCounter}
          <span class="visually-hidden"> {words.forEntry(title)}</span>
        </button>
      </span>
      {setting && (
        <CounterForm
          desk={desk}
          entry={entry}
          onClose={() => {
            setSetting(false);
          }}
        />
      )}
    </div>
  );
}
