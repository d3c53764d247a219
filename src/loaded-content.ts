import { channel } from 'node:diagnostics_channel';
import type { Content } from './lib/search/indexed-pages.ts';

export type CollectionName = keyof Content;

/** What the loader of a collection says once its entries are read and checked. */
export interface LoadedCollection {
  readonly collection: CollectionName;
  readonly entries: Content[CollectionName];
}

/**
 * Here the loaders say what they loaded. What listens runs in the same process, but in
 * another module graph: a variable would not be shared.
 */
export const contentLoaded = channel('2faa:content-loaded');
