import { useState } from 'preact/hooks';
import { migrationObstacles } from '../../../lib/formats/google-migration-write.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { entryTitle, matching } from '../entry-text.ts';
import { EntryNames } from './EntryNames.tsx';
import { obstacleText } from './traits.ts';
import { words } from './words.ts';

interface Props {
  readonly entries: readonly Entry[];
  /** Ids of entries. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onShow: (entries: readonly Entry[]) => void;
}

/** Which entries go along, and what Google's format would lose of each. */
export function ChooseEntries({ entries, chosen, onChoose, onShow }: Props) {
  const [filter, setFilter] = useState('');
  const shown = matching(entries, filter);
  const picked = entries.filter(({ id }) => chosen.has(id));
  const apart = picked.filter(({ otp }) => migrationObstacles(otp).length > 0);
  const counting = picked.filter(({ otp }) => otp.type === 'hotp');
  const choose = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  };
  return (
    <div class="vault-form">
      <p>{words.severalIntro}</p>
      <label class="field">
        {words.filter}
        <input
          type="search"
          autocomplete="off"
          value={filter}
          data-testid="take-filter"
          onInput={(event) => {
            setFilter(event.currentTarget.value);
          }}
        />
      </label>
      <div class="vault-buttons">
        <button
          type="button"
          class="button button-quiet"
          data-testid="take-all"
          onClick={() => {
            choose(
              shown.map(({ id }) => id),
              true,
            );
          }}
        >
          {words.chooseAll}
        </button>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            onChoose(new Set());
          }}
        >
          {words.chooseNone}
        </button>
        <p role="status">{words.chosen(picked.length)}</p>
      </div>
      <ul class="take-list" role="list" tabIndex={0} aria-label={words.several}>
        {shown.map(({ id, otp, name }) => (
          <li key={id}>
            <label class="choice">
              <input
                type="checkbox"
                checked={chosen.has(id)}
                onChange={(event) => {
                  choose([id], event.currentTarget.checked);
                }}
              />
              {entryTitle({ otp, name })}
              <small>{otp.account}</small>
            </label>
          </li>
        ))}
      </ul>
      {apart.length > 0 && (
        <div class="notice" data-tone="wait" data-testid="take-apart">
          <p>{words.apart(apart.length)}</p>
          <EntryNames
            entries={apart}
            about={({ otp }) =>
              migrationObstacles(otp)
                .map((obstacle) => obstacleText(otp, obstacle))
                .join('; ')
            }
          />
        </div>
      )}
      {counting.length > 0 && (
        <div class="notice" data-tone="wait">
          <p>{words.counters(counting.length)}</p>
          <EntryNames entries={counting} />
        </div>
      )}
      <div class="vault-buttons">
        <button
          type="button"
          class="button button-primary"
          disabled={picked.length === 0}
          data-testid="take-show"
          onClick={() => {
            onShow(picked);
          }}
        >
          {words.start}
        </button>
      </div>
    </div>
  );
}
