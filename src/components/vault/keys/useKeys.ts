import { useEffect, useRef, useState } from 'preact/hooks';
import { singleKeys } from '../../site/scripts/single-keys.ts';
import { commandOf, neighbor, type Command, type Move, type Place } from './commands.ts';
import { FILTER, entryAt, focusEntry, pressInEntry } from './entry-focus.ts';

interface Options {
  /** Ids of the entries in the order in which they are listed. */
  readonly order: readonly string[];
  /** Shows what the keys do. */
  readonly help: () => void;
  /** Says an entry's code, or how long it lasts. */
  readonly say: (what: 'say-code' | 'say-time', id: string) => void;
}

/**
 * Keys of the authenticator. The answer is the id of the entry that has the focus.
 *
 * Listens before anyone else on the page does: `/` means the filter here, and the search
 * everywhere else.
 */
export function useKeys({ order, help, say }: Options): string | undefined {
  const [focused, setFocused] = useState<string>();
  /** The entry that had the focus last: arrows go on from there. */
  const last = useRef<string>();
  useEffect(() => {
    const follow = ({ type, target, relatedTarget }: FocusEvent): void => {
      const id = entryAt(type === 'focusin' ? target : relatedTarget);
      last.current = id ?? last.current;
      setFocused(id);
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('focusout', follow);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('focusout', follow);
    };
  }, []);

  const run = (command: Command, target: Element): void => {
    const id = entryAt(target) ?? order[0];
    if (command === 'filter') document.querySelector<HTMLInputElement>(FILTER)?.select();
    else if (command === 'help') help();
    else if (isMove(command)) {
      const to = neighbor(order, last.current, command);
      if (to !== undefined) focusEntry(to);
    } else if (id === undefined || isEmpty(target)) return;
    else if (command === 'say-code' || command === 'say-time') say(command, id);
    else pressInEntry(id, command);
  };
  // As of the last time this was shown, so that no key meets the list of before.
  const onKey = useRef<(event: KeyboardEvent) => void>();
  onKey.current = (event) => {
    const { key, ctrlKey, metaKey, altKey, isComposing, target } = event;
    if (ctrlKey || metaKey || altKey || isComposing || !(target instanceof Element)) return;
    const command = commandOf(key, placeOf(target), singleKeys());
    if (command === undefined) return;
    event.preventDefault();
    run(command, target);
  };
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => onKey.current?.(event);
    window.addEventListener('keydown', hear, true);
    return () => {
      window.removeEventListener('keydown', hear, true);
    };
  }, []);
  return focused;
}

function isMove(command: Command): command is Move {
  return ['up', 'down', 'first', 'last'].includes(command);
}

/** Enter in an empty filter would copy whatever happens to be first. */
function isEmpty(target: Element): boolean {
  return target instanceof HTMLInputElement && target.value.trim() === '';
}

function placeOf(target: Element): Place {
  if (target.matches(FILTER)) return 'filter';
  const takesKeys = 'dialog, [role="menu"], input, textarea, select, [contenteditable]';
  if (target.closest(takesKeys) !== null) return 'typing';
  // An open menu has arrow keys of its own.
  if (target.closest('.entry-panel, .entry-actions[data-open]') !== null) return 'control';
  if (entryAt(target) !== undefined) return 'entry';
  return target.matches('body, main, .authenticator') ? 'page' : 'control';
}
