import type { SearchAnswer } from '../../lib/search/protocol.ts';
import { client } from './client.ts';
import { element } from './element.ts';
import { createFilters } from './filters.ts';
import { arrowKeys, resultItem } from './results.ts';
import { words } from './words.ts';

/** Milliseconds without a key after which a question counts as typed. */
const PAUSE = 120;

interface Panel {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** Searches for what is in the input now. */
  readonly search: () => void;
}

/**
 * The input, the filters and the results: what the dialog and the page share.
 *
 * @param onQuery Hears every question that is searched for.
 */
export function createPanel(onQuery: (query: string) => void = () => undefined): Panel {
  const input = element('input', {
    type: 'search',
    class: 'search-input',
    'data-testid': 'search-input',
    'aria-label': words.label,
    placeholder: words.label,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'go',
    maxlength: '200',
  });
  const status = element('p', { class: 'search-status', role: 'status' });
  const more = element('p', { class: 'search-more' });
  const list = element('ol', { class: 'search-results', role: 'list', 'aria-label': words.title });
  const filters = createFilters(search, () => client.services());
  const panel = element(
    'div',
    { class: 'search-panel', role: 'search' },
    input,
    filters.element,
    status,
    more,
    list,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  /** Whether the results are not yet those of what was typed. */
  let waiting = false;
  let openFirst = false;

  function say(text: string, ...rest: readonly (Node | string)[]): void {
    status.textContent = text;
    more.replaceChildren(...rest);
  }

  function search(): void {
    clearTimeout(timer);
    void answer(input.value.trim());
  }

  async function answer(query: string): Promise<void> {
    last += 1;
    const mine = last;
    waiting = query !== '';
    onQuery(query);
    if (query === '') {
      list.replaceChildren();
      say(words.hint);
      return;
    }
    if (list.childElementCount === 0) say(words.loading);
    try {
      const found = await client.search(query, filters.chosen());
      if (mine === last) show(query, found);
    } catch {
      if (mine === last) fail();
    }
  }

  function show(query: string, { results, corrections }: SearchAnswer): void {
    waiting = false;
    list.replaceChildren(...results.map(resultItem));
    const corrected = corrections.map(({ typed, meant }) => words.corrected(typed, meant));
    if (results.length === 0) say([words.nothing(query), ...corrected].join(' '), allQuestions());
    else say([words.count(results.length), ...corrected].join('. '));
    if (openFirst) list.querySelector('a')?.click();
    openFirst = false;
  }

  function fail(): void {
    waiting = false;
    openFirst = false;
    list.replaceChildren();
    const retry = element('button', { type: 'button', class: 'button' }, words.retry);
    retry.addEventListener('click', () => {
      input.focus();
      search();
    });
    say(words.failed, retry, ' ', allQuestions());
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    waiting = true;
    openFirst = false;
    timer = setTimeout(search, PAUSE);
  });
  panel.addEventListener('keydown', arrowKeys(input, list));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (!waiting) list.querySelector('a')?.click();
    else {
      openFirst = true;
      search();
    }
  });
  say(words.hint);
  return { element: panel, input, search };
}

function allQuestions(): HTMLElement {
  return element('a', { href: '/search/' }, words.all);
}
