import { scriptWords } from './words.ts';

/*
 * A list that can be filtered: the field says by `data-filter` which element holds it.
 * Items are `[data-item]` and stand in groups, `[data-group]`. Where the list has more
 * than the page, `data-filter-more` is the address of all items. Where they are questions,
 * by `data-filter-questions`, the search says which of them ask or answer in other words:
 * its index has the answers, and the page need not have them, too.
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
  const areQuestions = input.dataset.filterQuestions !== undefined;
  let all: Promise<readonly Item[]> | undefined;

  const say = (count: number, filtered: boolean): void => {
    if (status) status.textContent = filtered ? scriptWords.matches(count) : '';
    if (none) none.hidden = !filtered || count > 0;
  };
  const show = async (words: readonly string[], found: ReadonlySet<string>): Promise<number> => {
    if (more === undefined) return hideOthers(list, words, found);
    all ??= fetch(more).then((response) => response.json() as Promise<Item[]>);
    const isMatch = ({ title, href }: Item): boolean => matches(title, words) || found.has(href);
    const items = words.length === 0 ? [] : (await all).filter(isMatch);
    if (words.join() === wordsOf(input.value).join()) showMatches(list, items);
    return items.length;
  };
  const apply = async (): Promise<void> => {
    const { value } = input;
    const words = wordsOf(value);
    let count = await show(words, new Set());
    if (areQuestions && words.length > 0) {
      const found = await questionsAbout(value);
      if (value !== input.value) return;
      count = await show(words, found);
    }
    if (value === input.value) say(count, words.length > 0);
  };
  input.addEventListener('input', () => {
    apply().catch(reportError);
  });
  if (input.value !== '') apply().catch(reportError);
}

/** A question belongs to what was typed if it speaks of this part of it, by weight. */
const SPEAKS_OF = 0.8;

/** The addresses of questions that the search finds; none where it cannot be loaded. */
async function questionsAbout(text: string): Promise<ReadonlySet<string>> {
  try {
    const { client } = await import('../../search/client.ts');
    const { results } = await client.search(text, { kind: 'question' });
    return new Set(results.filter(({ covers }) => covers >= SPEAKS_OF).map(({ url }) => url));
  } catch {
    return new Set();
  }
}

/** Hides what does not match, and groups with nothing left; returns how many match. */
function hideOthers(
  list: HTMLElement,
  words: readonly string[],
  found: ReadonlySet<string>,
): number {
  let count = 0;
  for (const group of list.querySelectorAll<HTMLElement>('[data-group]')) {
    const topic = group.dataset.group ?? '';
    let left = 0;
    for (const item of group.querySelectorAll<HTMLElement>('[data-item]')) {
      const link = item.querySelector('a');
      const isFound = found.has(link?.getAttribute('href') ?? '');
      item.hidden = !isFound && !matches(`${topic} ${link?.textContent ?? ''}`, words);
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
