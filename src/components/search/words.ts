import type { ResultKind } from '../../lib/search/protocol.ts';

const counts = new Intl.NumberFormat('en-US');

/** What search says to people. */
export const words = {
  title: 'Search',
  label: 'Search guides and questions',
  close: 'Close search',
  service: 'Service',
  allServices: 'All services',
  noService: 'No service',
  kind: 'Kind',
  allKinds: 'Steps and questions',
  kinds: { step: 'Steps', question: 'Questions' },
  loading: 'Searching…',
  hint: 'Ask as you would ask a person, such as “lost phone” or “why two codes”.',
  count: (count: number): string => (count === 1 ? '1 result' : `${counts.format(count)} results`),
  corrected: (typed: string, meant: string): string => `Searched for “${meant}”, not “${typed}”.`,
  nothing: (query: string): string =>
    `Nothing found for “${query}”. Try other or fewer words, or look through all questions.`,
  failed: 'Search could not load. Check the connection, then try again.',
  retry: 'Try again',
  all: 'All guides and questions',
  keys: [
    ['↑ ↓', 'choose'],
    ['Enter', 'open'],
    ['Esc', 'close'],
    ['/', 'search from any page'],
  ],
} as const;

const kindNames: Readonly<Record<ResultKind, string>> = {
  page: 'Page',
  step: 'Step',
  question: 'Question',
  section: 'Section',
};

/** Where a result stands: what it is, and on which page. */
export function placeOf(kind: ResultKind, page: string): string {
  return kind === 'page' ? kindNames.page : `${kindNames[kind]} in ${page}`;
}
