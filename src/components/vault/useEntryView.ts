import { useMemo, useState } from 'preact/hooks';
import type { Entry } from '../../lib/vault/entry.ts';
import {
  awaitingSuccessor,
  byService,
  ordered,
  SORTS,
  tagsOf,
  withTags,
  type EntryGroup,
  type Sort,
} from './entry-order.ts';
import { matching } from './entry-text.ts';
import { usePreference } from './usePreference.ts';
import { words } from './words.ts';

/** How the list is grouped. */
export type Grouping = 'none' | 'service';

/** Which entries are shown, in which order, and the ways to change that. */
export interface EntryView {
  readonly filter: string;
  readonly setFilter: (filter: string) => void;
  readonly sort: Sort | undefined;
  readonly setSort: (sort: Sort) => void;
  readonly grouping: Grouping | undefined;
  readonly setGrouping: (grouping: Grouping) => void;
  /** All tags in use, and those that an entry must have to be shown. */
  readonly tags: readonly string[];
  readonly chosenTags: readonly string[];
  readonly toggleTag: (tag: string) => void;
  /** Empty until the preferences are read. */
  readonly groups: readonly EntryGroup[];
  /** How many of how many are shown. */
  readonly shown: number;
  readonly all: number;
  /** Ids of replaced entries whose successor waits to be accepted. */
  readonly awaiting: ReadonlySet<string>;
}

/** The list as the person wants to see it; order and groups outlast a reload. */
export function useEntryView(entries: readonly Entry[]): EntryView {
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [sort, setSort] = usePreference('sort', SORTS);
  const [grouping, setGrouping] = usePreference<Grouping>('group', ['none', 'service']);
  const tags = useMemo(() => tagsOf(entries), [entries]);
  const awaiting = useMemo(() => awaitingSuccessor(entries), [entries]);
  // The last entry with a tag may be gone.
  const chosenTags = chosen.filter((tag) => tags.includes(tag));
  const inOrder = useMemo(() => (sort ? ordered(entries, sort) : []), [entries, sort]);
  const shown = matching(withTags(inOrder, chosenTags), filter);
  const grouped = grouping === 'service' ? byService(shown, words.noService) : [{ entries: shown }];
  return {
    filter,
    setFilter,
    sort,
    setSort,
    grouping,
    setGrouping,
    tags,
    chosenTags,
    toggleTag: (tag) => {
      setChosen(
        chosenTags.includes(tag) ? chosenTags.filter((each) => each !== tag) : [...chosenTags, tag],
      );
    },
    groups: grouping === undefined ? [] : grouped,
    shown: shown.length,
    all: entries.length,
    awaiting,
  };
}
