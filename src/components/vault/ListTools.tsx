import type { ComponentChildren } from 'preact';
import { SORTS } from './entry-order.ts';
import type { EntryView } from './useEntryView.ts';
import { words } from './words.ts';

interface Props {
  readonly view: EntryView;
  /** Buttons that stand beside the filter. */
  readonly children: ComponentChildren;
}

/** What is shown of the entries and how: filter, tags, order and groups. */
export function ListTools({ view, children }: Props) {
  const { filter, tags, chosenTags, sort, grouping, shown, all } = view;
  return (
    <div class="list-tools">
      <div class="list-tools-main">
        <label class="field">
          {words.filter}
          <input
            type="search"
            data-testid="vault-filter"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-describedby="filter-count"
            value={filter}
            onInput={(event) => {
              view.setFilter(event.currentTarget.value);
            }}
          />
        </label>
        {children}
      </div>
      {tags.length > 0 && (
        <div class="list-tags" role="group" aria-label={words.tags}>
          {tags.map((tag) => (
            <button
              key={tag}
              type="button"
              class="tag-button"
              aria-pressed={chosenTags.includes(tag)}
              onClick={() => {
                view.toggleTag(tag);
              }}
            >
              {tag}
            </button>
          ))}
        </div>
      )}
      <div class="list-tools-order">
        <p id="filter-count" role="status">
          {all === 1 && shown === 1 ? words.one : words.count(shown, all)}
        </p>
        {all > 1 && sort && grouping && (
          <>
            <label>
              {words.sort}{' '}
              <select
                data-testid="vault-sort"
                value={sort}
                onChange={({ currentTarget: { value } }) => {
                  const chosen = SORTS.find((each) => each === value);
                  if (chosen) view.setSort(chosen);
                }}
              >
                {SORTS.map((each) => (
                  <option key={each} value={each}>
                    {words.sorts[each]}
                  </option>
                ))}
              </select>
            </label>
            <label class="list-group">
              <input
                type="checkbox"
                data-testid="vault-group"
                checked={grouping === 'service'}
                onChange={({ currentTarget: { checked } }) => {
                  view.setGrouping(checked ? 'service' : 'none');
                }}
              />{' '}
              {words.group}
            </label>
          </>
        )}
      </div>
    </div>
  );
}
