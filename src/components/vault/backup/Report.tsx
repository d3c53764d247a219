import { useState } from 'preact/hooks';
import type { ListFailure } from '../../../lib/formats/otpauth-list.ts';
import type { KeptNote } from '../../../lib/vault/note.ts';
import type { RestoreChoice, RestoreItem, RestorePlan } from '../../../lib/vault/restore.ts';
import { Differs } from './Differs.tsx';
import { incomingTitle } from './incoming-text.ts';
import { words } from './words.ts';

interface Props {
  readonly plan: RestorePlan;
  readonly failed: readonly ListFailure[];
  readonly notes: readonly KeptNote[];
  readonly onConfirm: (choices: ReadonlyMap<number, RestoreChoice>) => void;
}

/** What taking a file in will do: what is new, what is here already, what differs. */
export function Report({ plan: { added, same, differs }, failed, notes, onConfirm }: Props) {
  const [choices, setChoices] = useState<ReadonlyMap<number, RestoreChoice>>(new Map());
  const choiceOf = ({ index }: RestoreItem): RestoreChoice => choices.get(index) ?? 'both';
  const taken = added.length + differs.filter((item) => choiceOf(item) !== 'current').length;
  return (
    <div class="vault-form" data-testid="import-report">
      <Group title={words.added(added.length)} verdict="added" items={added} />
      <Group title={words.same(same.length)} verdict="same" items={same} />
      {differs.length > 0 && (
        <div data-verdict="differs">
          <h4>{words.differs(differs.length)}</h4>
          <p>{words.differsHint}</p>
          {differs.map((item) => (
            <Differs
              key={item.index}
              item={item}
              choice={choiceOf(item)}
              onChoose={(choice) => {
                setChoices(new Map(choices).set(item.index, choice));
              }}
            />
          ))}
        </div>
      )}
      {failed.length > 0 && (
        <div data-verdict="failed">
          <h4>{words.failedLines(failed.length)}</h4>
          <ul>
            {failed.map(({ line, message }) => (
              <li key={line}>{words.failedLine(line, message)}</li>
            ))}
          </ul>
        </div>
      )}
      {notes.length > 0 && <p>{words.notes(notes.length)}</p>}
      {taken === 0 && differs.length === 0 && notes.length === 0 ? (
        <p role="status">{words.nothingToDo}</p>
      ) : (
        <button
          type="button"
          class="button button-primary"
          data-testid="import-confirm"
          onClick={() => {
            onConfirm(choices);
          }}
        >
          {taken === 0 && notes.length > 0 ? words.confirmNotes : words.confirm(taken)}
        </button>
      )}
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly verdict: string;
  readonly items: readonly RestoreItem[];
}

function Group({ title, verdict, items }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <div data-verdict={verdict}>
      <h4>{title}</h4>
      <ul>
        {items.map(({ index, incoming }) => (
          <li key={index}>
            {incomingTitle(incoming)} <small>{incoming.otp.account}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
