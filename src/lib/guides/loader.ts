import type { Loader, LoaderContext } from 'astro/loaders';
import { checkBody } from './check.ts';
import { withCodeBreaks } from './code-breaks.ts';
import { declarationsOf } from './declarations.ts';
import { proseOf } from './prose.ts';
import type { EntryData } from './schema.ts';

/** An entry that stands in no file. */
export interface GeneratedEntry {
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly body: string;
}

type StoreEntry = Parameters<LoaderContext['store']['set']>[0];

/** What follows once the files are read. */
interface Following {
  /** Makes more entries from theirs. */
  readonly generate?: (written: readonly StoreEntry[]) => readonly GeneratedEntry[];
  /** Hears of all entries, once they are checked. */
  readonly loaded?: (entries: readonly StoreEntry[]) => void;
}

/**
 * A loader that renders the prose of every entry, and holds its text against its
 * frontmatter: it fails with the whole list of what does not fit. The schema has
 * accepted the frontmatter by then.
 *
 * The text is Markdown with our components on lines of their own, so it is rendered
 * here, piece by piece, and not compiled into a module for each file: that took four
 * times as long.
 *
 */
export function prose(inner: Loader, { generate, loaded }: Following = {}): Loader {
  return {
    ...inner,
    name: `prose-${inner.name}`,
    load: async (context) => {
      const pending: Promise<void>[] = [];
      const keep = async (entry: StoreEntry): Promise<void> => {
        const rendered = await context.renderMarkdown(proseOf(entry.body ?? ''));
        const html = withCodeBreaks(rendered.html);
        context.store.set({ ...entry, rendered: { ...rendered, html }, deferredRender: false });
      };
      const set = (entry: StoreEntry): boolean => {
        pending.push(keep(entry));
        return true;
      };
      // What an earlier build rendered may have been rendered by other code.
      context.store.clear();
      await inner.load({ ...context, store: { ...context.store, set } });
      await Promise.all(pending);
      for (const { id, data, body } of generate?.(sorted(context.store)) ?? []) {
        // One at a time: a thousand half rendered ones fill the memory.
        await keep({ id, body, data: await context.parseData({ id, data }) });
      }
      checkAll(context.store);
      loaded?.(sorted(context.store));
    },
  };
}

/** In an order that does not depend on which file was read first. */
function sorted(store: LoaderContext['store']): StoreEntry[] {
  return store.values().sort((a, b) => (a.id < b.id ? -1 : 1));
}

function checkAll(store: LoaderContext['store']): void {
  const problems = store
    .values()
    .flatMap(({ id, data, body = '', filePath = id }) =>
      checkBody(body, declarationsOf(data as EntryData)).map(
        (problem) => `${filePath}: ${problem}`,
      ),
    );
  if (problems.length > 0) {
    throw new Error(`Text and frontmatter do not fit:\n${problems.join('\n')}`);
  }
}
