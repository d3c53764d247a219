import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../lib/vault/entry.ts';
import type { DeskStore } from './codes/desk.ts';
import type { EntryGroup } from './entry-order.ts';
import { EntryRow, type EntryRowProps } from './EntryRow.tsx';
import type { Identities } from './entry-text.ts';
import { useKeptFocus } from './keys/useKeptFocus.ts';
import type { Changes } from './useChanges.ts';
import type { EntryView } from './useEntryView.ts';

/** Up to this many entries all codes are made; of more, those near the view. */
const ALWAYS = 100;

/** So many rows are drawn at first; the others follow once these can be seen. */
const FIRST = 50;

interface Props {
  readonly desk: DeskStore;
  readonly view: EntryView;
  readonly identities: Identities;
  readonly changes: Changes;
  /** The first codes can be seen. */
  readonly onShown: () => void;
}

/** The entries that are shown, under their services where they are grouped. */
export function EntryList({ desk, view, identities, changes, onShown }: Props) {
  const { groups, awaiting, all } = view;
  const rows = useRows();
  useKeptFocus(groups);
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    if (groups.length === 0) return;
    setWhole(true);
    onShown();
  }, [groups.length > 0]);
  return (
    <>
      {(whole ? groups : beginning(groups)).map(({ title, entries }) => {
        const list = (
          <ul class="entries">
            {entries.map((entry) =>
              rows(entry, {
                desk,
                identities,
                successor: awaiting.has(entry.id),
                level: title === undefined ? 2 : 3,
                always: all <= ALWAYS,
                changes,
              }),
            )}
          </ul>
        );
        if (title === undefined) return <div key="all">{list}</div>;
        return (
          <section key={title} class="entry-group">
            <h2>{title}</h2>
            {list}
          </section>
        );
      })}
    </>
  );
}

/** The groups as far as their first rows go. */
function beginning(groups: readonly EntryGroup[]): readonly EntryGroup[] {
  let left = FIRST;
  return groups.flatMap((group) => {
    const entries = group.entries.slice(0, left);
    left -= entries.length;
    return entries.length > 0 ? [{ ...group, entries }] : [];
  });
}

type Rest = Omit<EntryRowProps, 'entry'>;

/** Gives the row of the last time where nothing about it changed, which then is not gone through. */
function useRows(): (entry: Entry, rest: Rest) => VNode {
  const rows = useRef(new WeakMap<Entry, { rest: Rest; row: VNode }>());
  return (entry, rest) => {
    const known = rows.current.get(entry);
    const names = Object.keys(rest) as (keyof Rest)[];
    if (known && names.every((name) => known.rest[name] === rest[name])) return known.row;
    const row = <EntryRow key={entry.id} entry={entry} {...rest} />;
    rows.current.set(entry, { rest, row });
    return row;
  };
}
