/** What a result leads to. */
export type ResultKind = 'page' | 'step' | 'question' | 'section';

/** What can be asked for beside words; an empty service stands for pages about no service. */
export interface SearchFilters {
  readonly service?: string;
  readonly kind?: ResultKind;
}

/** A piece of an excerpt, and whether it is something that was looked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly hit: boolean;
}

export interface SearchResult {
  /** Address within the site, with the anchor. */
  readonly url: string;
  readonly title: string;
  readonly kind: ResultKind;
  /** Title of the page that it stands on. */
  readonly page: string;
  readonly excerpt: readonly ExcerptPart[];
  /** The part of what was asked that it speaks of, from 0 to 1. */
  readonly covers: number;
}

export interface SearchAnswer {
  /** Best first. */
  readonly results: readonly SearchResult[];
  /** What a word was taken for, where it looks like a typing error. */
  readonly corrections: readonly { readonly typed: string; readonly meant: string }[];
}

/** The names of each service, the one that it is shown by first. */
export type Services = readonly (readonly string[])[];

/** What the build knows and a search needs before it reads any page. */
export interface SearchWords {
  /** Words of titles and questions, so that typing errors can be told from rare words. */
  readonly words: readonly string[];
  /** Words that are known and all the same the name of a service, or part of one. */
  readonly alsoNames: readonly string[];
  /** Letters that a word in the name of a service begins with. */
  readonly letters: string;
}

/** What the page asks of the worker. */
export type SearchRequest =
  | { readonly id: number; readonly ask: 'services' }
  | {
      readonly id: number;
      readonly ask: 'search';
      readonly query: string;
      readonly filters: SearchFilters;
    };

/** What the worker answers; one for each request. */
export type SearchReply =
  | { readonly id: number; readonly services: readonly string[] }
  | { readonly id: number; readonly answer: SearchAnswer }
  | { readonly id: number; readonly failed: true };
