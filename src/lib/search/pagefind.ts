/** What we use of the JavaScript interface that Pagefind 1.6 writes beside its index. */
export interface Pagefind {
  /** Without a term, gives all that pass the filters. */
  search: (term: string | null, options?: { filters?: PagefindFilters }) => Promise<PagefindAnswer>;
}

type PagefindFilters = Readonly<Record<string, readonly string[]>>;

export interface PagefindAnswer {
  readonly results: readonly PagefindResult[];
}

/** A page that matched, before any of its text is loaded. */
export interface PagefindResult {
  /** Stays the same for the page as long as the index does. */
  readonly id: string;
  /** How much the page speaks of what was looked for; comparable within one answer. */
  readonly score: number;
  /** Places of the words that matched, counted in words from the beginning of the page. */
  readonly words: readonly number[];
}
