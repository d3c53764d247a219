import { useState } from 'preact/hooks';
import type { SlotInfo } from '../../../lib/vault/access.browser.ts';
import { Confirm } from '../Confirm.tsx';
import { day } from '../dates.ts';
import { words } from './words.ts';

interface Props {
  readonly slots: readonly SlotInfo[];
  readonly onRemove: (slot: SlotInfo) => void;
}

/** The ways to unlock, each of which can be taken away. */
export function SlotList({ slots, onRemove }: Props) {
  const [asked, setAsked] = useState<SlotInfo>();
  return (
    <>
      <ul class="rows" data-testid="vault-slots">
        {slots.map((slot) => (
          <li key={slot.id} data-slot={slot.kind}>
            <p>
              <strong>{slotName(slot)}</strong> <small>{words.since(day(slot.createdAt))}</small>
              {slot.kind === 'device' && slots.length > 1 && <small>{words.deviceHint}</small>}
            </p>
            {slots.length > 1 && (
              <button
                type="button"
                class="button button-quiet"
                onClick={() => {
                  setAsked(slot);
                }}
              >
                {words.remove}
                <span class="visually-hidden"> {slotName(slot)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm
          title={words.removeTitle(slotName(asked))}
          action={words.remove}
          onConfirm={() => {
            onRemove(asked);
          }}
          onClose={() => {
            setAsked(undefined);
          }}
        >
          {asked.kind === 'device' ? words.removeDevice : words.removeOther}
        </Confirm>
      )}
    </>
  );
}

/** What a way to unlock is called. */
export function slotName({ kind, label }: SlotInfo): string {
  return label === undefined || label === '' ? words.kinds[kind] : label;
}
