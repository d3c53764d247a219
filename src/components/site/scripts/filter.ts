import { scriptWords } from './words.ts';

/*
 * A list that can be filtered: the field says by `data-filter` which element holds it.
 * Items are `[data-item]` and stand in groups, `[data-group]`. Where the list has more
 * than the page, `data-filter-more` is the address of all items.
 */

interface Item {
  readonly title: string;
  readonly href: string;
}

/** Makes the filters of the page work; without scripts the lists are whole. */
export function addFilters(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('[data-filter]')) {
    const list = document.getElementById(input.dataset.filter ?? '');
    if (list !== null) addFilter(input, list);
  }
}

function addFilter(input: HTMLInputElement, list: HTMLElement): void {
  const frame = input.closest<HTMLElement>('[data-filter-frame]');
  const status = frame?.querySelector<HTMLElement>('[role=status]');
  const none = frame?.querySelector<HTMLElement>('[data-none]');
  frame?.removeAttribute('hidden');
  const more = input.dataset.filterMore;
  let all: Promise<readonly Item[]> | undefined;

  const say = (count: number, filtered: boolean): void => {
    if (status) status.textContent = filtered ? scriptWords.matches(count) : '';
    if (none) none.hidden = !filtered || count > 0;
  };
  const apply = async (): Promise<void> => {
    const words = wordsOf(input.value);
    if (more !== undefined) {
      all ??= fetch(more).then((response) => response.json() as Promise<Item[]>);
      const items =
        words.length === 0 ? [] : (await all).filter((item) => matches(item.title, words));
      if (words.join() === wordsOf(input.value).join()) {
        showMatches(list, items);
        say(items.length, words.length > 0);
      }
      return;
    }
    say(hideOthers(list, words), words.length > 0);
  };
  input.addEventListener('input', () => {
    apply().catch(reportError);
  });
  if (input.value !== '') apply().catch(reportError);
}

/** Hides what does not match, and groups with nothing left; returns how many match. */
function hideOthers(list: HTMLElement, words: readonly string[]): number {
  let count = 0;
  for (const group of list.querySelectorAll<HTMLElement>('[data-group]')) {
    const topic = group.dataset.group ?? '';
    let left = 0;
    for (const item of group.querySelectorAll<HTMLElement>('[data-item]')) {
      item.hidden = !matches(`${topic} ${item.querySelector('a')?.textContent ?? ''}`, words);
      if (!item.hidden) left += 1;
    }
    group.hidden = left === 0;
    count += left;
  }
  return count;
}

/** Shows items that are not on the page, before the list itself. */
function showMatches(list: HTMLElement, items: readonly Item[]): void {
  const shown = document.createElement('ul');
  shown.role = 'list';
  shown.className = 'matches';
  for (const { title, href } of items.slice(0, 100)) {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = title;
    const item = document.createElement('li');
    item.append(link);
    shown.append(item);
  }
  list.querySelector('.matches')?.remove();
  if (items.length > 0) list.prepend(shown);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Every word has to be there, as the beginning of a word. */
function matches(text: string, words: readonly string[]): boolean {
  const found = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  return words.every((word) => found.includes(` ${word}`));
}
