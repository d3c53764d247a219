/** What a page asks of the service worker; the answer comes through the port, where there is one. */
export type WorkerRequest =
  /** This page is open: keep it. */
  | { readonly ask: 'opened'; readonly address: string }
  /** Whether these scripts and styles are of your build; answered with a boolean. */
  | { readonly ask: 'known'; readonly files: readonly string[] }
  /** Take charge now, of all pages. */
  | { readonly ask: 'take-over' }
  /** Answered with `Saved`. */
  | { readonly ask: 'saved' }
  /** Keep everything; answered with `Progress`, again and again. */
  | { readonly ask: 'everything' }
  /** What was shared with the app, once; answered with `Shared`, or nothing where it is gone. */
  | { readonly ask: 'shared' };

export interface Saved {
  readonly pages: readonly { readonly address: string; readonly title: string }[];
  readonly everything: boolean;
}

export type Progress =
  | { readonly done: number; readonly of: number }
  | { readonly finished: true; readonly complete: boolean };

/** What another app handed over. */
export interface Shared {
  readonly pictures: readonly File[];
  /** Title, text and address, as far as there are any. */
  readonly texts: readonly string[];
}
