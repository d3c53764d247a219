import type { RecoveryNote } from '../../../lib/vault/note.ts';
import { CopyButton } from '../../codes/CopyButton.tsx';
import { copying } from '../../codes/copying.ts';
import { day } from '../dates.ts';
import type { Act } from '../useChanges.ts';
import { words } from './words.ts';

interface Props {
  readonly note: RecoveryNote;
  readonly act: Act;
}

/** The codes themselves, each with a mark for when it was used. */
export function CodeList({ note: { id, codes }, act }: Props) {
  return (
    <ol class="recovery-codes" data-testid="recovery-codes">
      {codes.map(({ text, usedAt }, index) => (
        <li key={text} data-used={usedAt === undefined ? undefined : ''}>
          <span class="recovery-code">{text}</span>
          {usedAt === undefined && (
            <CopyButton copy={copying(() => text)} label={words.copyOf(index + 1)} />
          )}
          <label>
            <input
              type="checkbox"
              checked={usedAt !== undefined}
              onChange={(event) => {
                const used = event.currentTarget.checked;
                void act(async (vault) => (await vault.archive()).notes.setUsed(id, text, used));
              }}
            />
            {words.used}
            <span class="visually-hidden">{words.usedOf(index + 1)}</span>
            {usedAt !== undefined && <small> {words.usedOn(day(usedAt))}</small>}
          </label>
        </li>
      ))}
    </ol>
  );
}
